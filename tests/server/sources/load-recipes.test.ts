import { expect, test } from 'vitest';
import { installedRubrics } from '#server/rubrics/rubric-of.ts';
import { loadRecipes } from '#server/sources/load-recipes.ts';
import { SOURCES } from '#server/sources/registry.ts';

const rubric = installedRubrics().find(({ id }) => id === 'cncf-platform');

test('there are ready queries for pipelines, databases, secrets and more', () => {
  const capabilities = new Set(loadRecipes().map(({ capability }) => capability));
  for (const key of ['build-test', 'deliver-verify', 'data', 'identity-secrets', 'infrastructure', 'security']) {
    expect(capabilities).toContain(key);
  }
});

test('every recipe has an id of its own and a kind that exists', () => {
  const ids = loadRecipes().map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  for (const { kind } of loadRecipes()) expect(SOURCES.map((source) => source.kind)).toContain(kind);
});

test.each(loadRecipes().map((recipe) => [recipe.id, recipe] as const))(
  '%s tells something that the pack of the CNCF model knows',
  (_, { metric, capability }) => {
    expect(rubric?.metrics.get(metric)?.scope).not.toBe(capability === null ? 'capability' : 'platform');
    expect(rubric?.pack.pack.capabilities.map(({ key }) => key)).toContain(capability);
  },
);

test('recipes of one capability do not tell the same metric, unless they are alternatives of one another', () => {
  const told = loadRecipes().map(({ metric, capability }) => `${metric} of ${capability}`);
  expect(told).toEqual([...new Set(told)]);
});
