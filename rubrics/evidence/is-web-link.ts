/** A link that a reader can open: it begins with http:// or https://, written out, and has a host. */
export function isWebLink(link: string | null): boolean {
  return link !== null && /^https?:\/\//i.test(link) && URL.canParse(link);
}
