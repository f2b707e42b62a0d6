import { expect, test } from 'vitest';
import { freezeTeams } from '#server/surveys/freeze-teams.ts';

const team = (id: string, parentId: string | null = null) => ({ id, key: id, name: id, parentId });
const frozen = (teams: ReturnType<typeof team>[], invited: Record<string, number>) =>
  Object.fromEntries(
    freezeTeams(teams, new Map(Object.entries(invited))).map((one) => [one.teamId, [one.parentId, one.invited]]),
  );

test('teams above the invited ones are kept where they hold several together', () => {
  const teams = [team('company'), team('unit', 'company'), team('a', 'unit'), team('b', 'unit'), team('c', 'company')];
  // the company holds everybody and is therefore no group of its own
  expect(frozen(teams, { a: 5, b: 6, c: 7 })).toEqual({
    unit: [null, 0],
    a: ['unit', 5],
    b: ['unit', 6],
    c: [null, 7],
  });
});

test('a team above a single invited one says nothing of its own and is left out', () => {
  expect(frozen([team('unit'), team('a', 'unit'), team('c')], { a: 5, c: 7 })).toEqual({ a: [null, 5], c: [null, 7] });
});

test('a team that is invited itself keeps its place above others', () => {
  expect(frozen([team('unit'), team('a', 'unit')], { unit: 8, a: 5 })).toEqual({ unit: [null, 8], a: ['unit', 5] });
});
