/** `system` follows the device; the other two are a choice kept in a cookie, so that the server draws the right one at once. */
export type Theme = 'system' | 'light' | 'dark';
export const THEME_COOKIE = 'theme';

export function parseTheme(value: string | undefined): Theme {
  return value === 'light' || value === 'dark' ? value : 'system';
}
