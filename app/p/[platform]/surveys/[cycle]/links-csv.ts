import type { TeamLinks } from './cycle-shape.ts';

/** A field in quotes; a leading sign that a spreadsheet would take for a formula is set off by an apostrophe. */
const field = (value: string) => `"${value.replace(/^[=+\-@\t\r]/, "'$&").replaceAll('"', '""')}"`;

/** One line a link: team, number within the team, link. The numbers stay the same when links are renewed. */
export function linksCsv(teams: readonly TeamLinks[]): string {
  const lines = teams.flatMap(({ name, links }) => links.map((link, i) => [field(name), i + 1, field(link)].join(',')));
  return `${['team,number,link', ...lines].join('\r\n')}\r\n`;
}
