import { expect, test } from 'vitest';
import { familyOf, findTeams, orderTeams, pathOf } from '#app/p/[platform]/settings/teams/team-order.ts';

const team = (key: string, parent: string | null = null) => ({
  ...{ key, name: key.toUpperCase(), parent, contact: null, archived: false },
});
const TEAMS = [team('c', 'a'), team('a'), team('d', 'c'), team('b'), team('e', 'a'), team('f', 'left-out')];

test('each team is followed by those that belong to it', () => {
  expect(orderTeams(TEAMS).map(({ team: { key }, depth }) => `${depth} ${key}`)).toEqual([
    ...['0 a', '1 c', '2 d', '1 e', '0 b', '0 f'],
  ]);
});

test('a path names those above, the topmost first', () => {
  expect(orderTeams(TEAMS).map(pathOf)).toContain('A › C › D');
});

test('a family is the team with everything below it', () => {
  expect([...familyOf(TEAMS, 'a')]).toEqual(['a', 'c', 'd', 'e']);
  expect([...familyOf(TEAMS, 'b')]).toEqual(['b']);
});

test('teams are found by a part of their name or key, and keep their place', () => {
  expect(findTeams(TEAMS, ' D ').map(pathOf)).toEqual(['A › C › D']);
  expect(findTeams(TEAMS, 'zzz')).toEqual([]);
});
