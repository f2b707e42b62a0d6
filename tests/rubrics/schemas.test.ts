import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { bundleSchema } from '#rubrics/evidence/bundle.ts';
import { canonicalJson } from '#rubrics/evidence/canonical.ts';
import { loadBundle } from '#rubrics/evidence/load-bundle.ts';
import { packSchema } from '#rubrics/pack.ts';
import { compileRubric } from '#rubrics/rubric.ts';
import { explain } from '#rubrics/scoring/explain.ts';
import { explanationSchema } from '#rubrics/scoring/explanation.ts';
import { score } from '#rubrics/scoring/score.ts';
import { scorecardSchema } from '#rubrics/scoring/scorecard.ts';

const folder = new URL('../../docs/schemas/', import.meta.url);
const example = (name: string): unknown => JSON.parse(readFileSync(new URL(`examples/${name}.json`, folder), 'utf8'));
const pretty = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`;
const schemas = { pack: packSchema, bundle: bundleSchema, scorecard: scorecardSchema, explanation: explanationSchema };

// after a change of a schema: vitest run --project unit tests/rubrics/schemas.test.ts -u
describe('the published JSON Schemas', () => {
  test.each(Object.entries(schemas))('of a %s is the one that validates', async (name, schema) => {
    const published = {
      $id: `/schemas/${name}.schema.json`,
      title: `Plumbline ${name}`,
      ...z.toJSONSchema(schema, { io: 'input' }),
    };
    expect(published.$schema).toBe('https://json-schema.org/draft/2020-12/schema');
    await expect(pretty(published)).toMatchFileSnapshot(`../../docs/schemas/${name}.schema.json`);
  });

  test.each(Object.entries(schemas))('of a %s accepts its worked example and nothing added to it', (name, schema) => {
    const value = example(name);
    expect(schema.safeParse(value).success).toBe(true);
    expect(schema.safeParse(Object.assign({ surprise: 1 }, value)).success).toBe(false);
  });
});

describe('the worked examples belong together', () => {
  const rubric = compileRubric(packSchema.parse(example('pack')));
  const loaded = loadBundle(example('bundle'));

  test('the scorecard is that of the bundle under the pack', async () => {
    const card = score(rubric, loaded);
    // anchor and both criteria of level 2 met; 16 of 22 favourable is 72.7 %, so level 3 stays open; target 3 from floor 1
    expect(card.cells[0]).toMatchObject({
      level: 2,
      low: 2,
      high: 3,
      progress: 0,
      coverage: 0.666667,
      claimed: 2.5,
      confidence: 'medium',
    });
    expect(card.percentToTarget).toEqual({ value: 0.5, low: 0.5, high: 1 });
    await expect(pretty(card)).toMatchFileSnapshot('../../docs/schemas/examples/scorecard.json');
  });

  test('the explanation is that of its only cell', async () => {
    const explanation = explain(rubric, loaded, { capability: 'databases', aspect: 'adoption' });
    await expect(pretty(explanation)).toMatchFileSnapshot('../../docs/schemas/examples/explanation.json');
  });

  test('the documents read back as they are', () => {
    expect(canonicalJson(scorecardSchema.parse(example('scorecard')))).toBe(canonicalJson(score(rubric, loaded)));
  });
});
