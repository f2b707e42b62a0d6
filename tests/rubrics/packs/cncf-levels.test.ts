import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Bundle } from '#rubrics/evidence/bundle.ts';
import { loadBundle } from '#rubrics/evidence/load-bundle.ts';
import { loadRubric, packsFolder } from '#rubrics/load-packs.ts';
import type { MetricDefinition } from '#rubrics/pack.ts';
import { score } from '#rubrics/scoring/score.ts';
import {
  buildAttestation,
  buildBundle,
  buildCapability,
  buildDay,
  buildSurvey,
  dayBefore,
} from '#tests/support/build-bundle.ts';

const rubric = loadRubric(join(packsFolder(), 'cncf-platform'));
const { criteria, metrics, questions } = rubric.pack;
const LINK = 'https://wiki.example.org/evidence';
/** one reading every five days of the last half year, the newest today */
const AGES = Array.from({ length: 36 }, (_, i) => 175 - i * 5);

/** A value at the good end: nothing of what is bad, all of what is good. */
function goodValue({ dimension, lowerIsBetter }: MetricDefinition): number {
  if (dimension === 'duration') return 600;
  if (lowerIsBetter) return 0;
  return { ratio: 1, count: 30, points: 90 }[dimension];
}

function goodSeries(metric: MetricDefinition, capability: string): Bundle['metrics'] {
  const place = metric.scope === 'platform' ? [null] : metric.scope === 'either' ? [null, capability] : [capability];
  const series = (value: number, labels: Record<string, string>) =>
    place.map((each) => ({
      ...{ metric: metric.key, capability: each, labels, source: 'test' },
      days: AGES.map((age) => ({
        ...buildDay(dayBefore(age), value),
        ...(metric.kind === 'distribution' ? { values: [[value, 1]] as [number, number][] } : {}),
      })),
    }));
  if (metric.key !== 'channel-share') return series(goodValue(metric), {});
  return [
    ...series(0.6, { channel: 'pipeline' }),
    ...series(0.4, { channel: 'api' }),
    ...series(0, { channel: 'chat' }),
  ];
}

function goodSurveys(capability: string): Bundle['surveys'] {
  return questions
    .filter(({ kind }) => kind !== 'comment')
    .flatMap(({ key, kind, scope }) => {
      const place = { capability: scope === 'platform' ? null : capability };
      const favourable = key === 'spare-time-work' ? 2 : 38;
      if (kind === 'umux-lite') return [buildSurvey(key, 0, 40, { ...place, counts: null, mean: 85, sd: 10 })];
      if (kind === 'single-choice')
        return [buildSurvey(key, 0, 40, { ...place, counts: { 'saves-time': 36, required: 4 } })];
      return ['all', 'leaders', 'engineers'].map((audience) =>
        buildSurvey(key, favourable, 40, { ...place, audience }),
      );
    });
}

type Consumption = 'requested' | 'implicit' | 'interactive';

/** Evidence that meets everything, with the attestations of the levels up to `level` alone. */
function evidenceUpTo(level: number, consumption: Consumption): Bundle {
  const capability = 'builds';
  const attestations = criteria
    .filter((criterion) => criterion.level <= level)
    .map((criterion) =>
      buildAttestation(criterion.id, { capability: criterion.scope === 'platform' ? null : capability, link: LINK }),
    );
  return buildBundle({
    settings: { capabilities: [buildCapability({ consumption })], targets: [], minimumGroup: 5 },
    metrics: metrics.flatMap((metric) => goodSeries(metric, capability)),
    surveys: level < 3 ? [] : goodSurveys(capability),
    attestations,
  });
}

const levelsOf = (bundle: Bundle) =>
  Object.fromEntries(score(rubric, loadBundle(bundle)).cells.map(({ aspect, level }) => [aspect, level]));
const everywhere = (level: number) => Object.fromEntries(rubric.aspects.map((aspect) => [aspect, level]));

describe.each(['requested', 'implicit', 'interactive'] as const)('a capability with %s use', (consumption) => {
  test('is at level 1, and nothing is certain, while nothing is known', () => {
    const empty = buildBundle({
      settings: { ...buildBundle().settings, capabilities: [buildCapability({ consumption })] },
    });
    const { cells } = score(rubric, loadBundle(empty));
    expect(cells.map(({ level, low, high }) => [level, low, high])).toEqual(Array(5).fill([1, null, 4]));
  });

  test('reaches the top in every aspect by evidence', () => {
    expect(levelsOf(evidenceUpTo(4, consumption))).toEqual(everywhere(4));
  });

  test('stays at level 3 in every aspect where the fourth is not shown', () => {
    expect(levelsOf(evidenceUpTo(3, consumption))).toEqual(everywhere(3));
  });

  test('stays at level 2 where neither survey nor answers show more', () => {
    // without a survey nothing tells whether people can work with it, which Interfaces ask from level 2 on
    const bundle = { ...evidenceUpTo(2, consumption), surveys: goodSurveys('builds').filter(isUsability) };
    expect(levelsOf(bundle)).toEqual(everywhere(2));
  });

  test('is at level 1 with what exists and no answer', () => {
    expect(levelsOf(evidenceUpTo(0, consumption))).toEqual(everywhere(1));
  });
});

const isUsability = ({ question }: Bundle['surveys'][number]) => question === 'usability';

describe('each symptom holds its cell down', () => {
  const limiters = rubric.criteria.filter(({ role }) => role === 'limiter');

  test.each(limiters.map(({ source }) => ({ id: source.id, title: source.title })))('$id $title', ({ id }) => {
    const limiter = limiters.find(({ source }) => source.id === id);
    const symptom = limiter?.test.test;
    if (!limiter || !symptom || !('op' in symptom)) throw new Error('A limiter tests one leaf.');
    const bundle = evidenceUpTo(4, limiter.appliesTo?.consumption?.[0] ?? 'requested');
    const bad =
      symptom.op === '>' ? symptom.threshold * 1.1 : symptom.op === '<' ? symptom.threshold / 2 : symptom.threshold;
    const ill =
      symptom.kind === 'metric'
        ? { metrics: bundle.metrics.map((series) => (isOf(symptom, series) ? worsened(series, bad) : series)) }
        : {
            surveys: bundle.surveys.map((each) =>
              each.question === symptom.question ? disappointed(each, symptom.op) : each,
            ),
          };
    const cell = score(rubric, loadBundle({ ...bundle, ...ill })).cells.find(
      ({ aspect }) => aspect === limiter.source.aspect,
    );
    expect(cell?.criteria.find((each) => each.id === id)?.state).toBe('met');
    expect(cell?.level).toBeLessThanOrEqual(limiter.capsAt);
  });
});

type Series = Bundle['metrics'][number];

function isOf(symptom: { metric: string; where: Readonly<Record<string, readonly string[]>> | null }, series: Series) {
  const apart = Object.entries(symptom.where ?? {});
  return (
    series.metric === symptom.metric && apart.every(([name, values]) => values.includes(series.labels[name] ?? ''))
  );
}

function worsened(series: Series, value: number): Series {
  const days = series.days.map(({ day, values }) => ({
    ...buildDay(day, value),
    ...(values ? { values: [[value, 1]] as [number, number][] } : {}),
  }));
  return { ...series, days };
}

/** Nearly everybody says what the symptom asks about: agrees for >=, disagrees for <=, or must use it. */
function disappointed(survey: Bundle['surveys'][number], op: string): Bundle['surveys'][number] {
  if (survey.question === 'reason-for-use') return { ...survey, counts: { 'saves-time': 4, required: 36 } };
  return { ...survey, counts: op === '>=' ? { 1: 2, 4: 38 } : { 1: 38, 4: 2 } };
}
