const ENTITIES = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
  ["'", '&#39;'],
]);

/** Text as text in HTML, between tags and in quoted attributes. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES.get(character) ?? character);
}

/** A quoted string of CSS, safe inside a quoted attribute of HTML. */
export function cssString(text: string): string {
  return escapeHtml(`"${text.replace(/[\\"\r\n]/g, (character) => `\\${character.charCodeAt(0).toString(16)} `)}"`);
}
