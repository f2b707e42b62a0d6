import { expect, test } from 'vitest';
import { linksCsv } from '#app/p/[platform]/surveys/[cycle]/links-csv.ts';

test('links are numbered within their team, and a team’s name cannot become a formula', () => {
  const csv = linksCsv([
    { team: 'a', name: '=HYPERLINK("x")', links: ['https://p.example/s/1', 'https://p.example/s/2'] },
    { team: 'b', name: 'Team B', links: ['https://p.example/s/3'] },
  ]);
  expect(csv.split('\r\n')).toEqual([
    'team,number,link',
    `"'=HYPERLINK(""x"")",1,"https://p.example/s/1"`,
    `"'=HYPERLINK(""x"")",2,"https://p.example/s/2"`,
    '"Team B",1,"https://p.example/s/3"',
    '',
  ]);
});
