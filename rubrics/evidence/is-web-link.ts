/** A link that a reader can open: http or https, nothing else. */
export function isWebLink(link: string | null): boolean {
  if (link === null || !URL.canParse(link)) return false;
  return ['http:', 'https:'].includes(new URL(link).protocol);
}
