import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { lintPack } from '#rubrics/lint/lint-pack.ts';
import { packsFolder, readPackFiles } from '#rubrics/load-packs.ts';
import type { Pack, Test } from '#rubrics/pack.ts';
import { packOf, parsePack } from '#rubrics/parse-pack.ts';
import { checkPack } from '#rubrics/rubric.ts';

const texts = readPackFiles(join(packsFolder(), 'cncf-platform'));
const source = parsePack(texts);

function whole(): Pack {
  const pack = packOf(source);
  if (!pack) throw new Error(JSON.stringify(source.problems));
  return pack;
}
const { pack, metrics, questions, criteria } = whole();

/** Every object in a test, leaves included. */
function partsOf(test: Test): Test[] {
  const children = 'all' in test ? test.all : 'any' in test ? test.any : 'not' in test ? [test.not] : [];
  const counted = 'at_least' in test ? test.at_least.of : [];
  return [test, ...[...children, ...counted].flatMap(partsOf)];
}

test('it has no finding and loads', () => {
  expect(lintPack(texts)).toEqual([]);
  expect(checkPack(whole())).toEqual([]);
});

test('the capabilities and metrics have the keys that others rely on', () => {
  expect(pack.capabilities.map((capability) => capability.key).join(' ')).toBe(
    'web-portals apis golden-paths build-test deliver-verify dev-environments observability infrastructure data messaging identity-secrets security artifact-storage',
  );
  const promised =
    'team-adoption team-retention breadth bypass self-service-rate fulfilment-latency first-try-success support-load channel-share default-coverage golden-path-share template-drift version-currency inventory-match hands-off-upgrades reactive-share change-gap maintainers outside-contribution review-response platform-downtime roadmap-age success-defined evaluated-after instrumented-share survey-response item-stability closed-loop cost-visibility new-service-latency first-change-latency change-lead-time deployment-frequency failed-deployment-recovery-time change-fail-rate deployment-rework-rate usability';
  const keys = metrics.map((metric) => metric.key);
  expect(keys.slice(0, promised.split(' ').length).join(' ')).toBe(promised);
  const numbers = new Set(metrics.map((metric) => metric.number));
  for (let number = 1; number <= 33; number++) expect(numbers).toContain(`M-${String(number).padStart(2, '0')}`);
});

test('the first survey finds its four questions', () => {
  const keys = questions.map((question) => question.key);
  expect(keys).toEqual(expect.arrayContaining(['usability', 'reason-for-use', 'clarity-of-errors', 'open-comment']));
});

test('aims follow the authors: 3, and 2 where people must, never 4 everywhere', () => {
  expect(pack.targets).toEqual({ default: 3, mandatory: { adoption: 2 } });
  expect(pack.floor).toBe(1);
});

describe('the twenty cells', () => {
  const cells = pack.aspects.flatMap((aspect) => pack.levels.map(({ level }) => ({ aspect: aspect.key, level })));

  test.each(cells)('$aspect $level has a name, a summary and criteria', ({ aspect, level }) => {
    const cell = pack.aspects.find((each) => each.key === aspect)?.cells[String(level)];
    expect(cell?.name).toBeTruthy();
    expect(cell?.summary).toMatch(/\.$/);
    const own = criteria.filter((criterion) => criterion.aspect === aspect && criterion.level === level);
    expect(own.length).toBeGreaterThanOrEqual(3);
    expect(own.some(({ role }) => role === (level === 1 ? 'anchor' : 'required'))).toBe(true);
  });

  test('there are five aspects, four levels and about a hundred criteria', () => {
    expect(cells).toHaveLength(20);
    expect(criteria.length).toBeGreaterThanOrEqual(100);
    expect(criteria.length).toBeLessThanOrEqual(125);
  });

  test('ids run through the letters without a gap', () => {
    for (const { aspect, level } of cells) {
      const letters = criteria
        .filter((criterion) => criterion.aspect === aspect && criterion.level === level)
        .map(({ id }) => id.slice(-1))
        .join('');
      expect('abcdefghijklmnopqrstuvwxyz'.startsWith(letters)).toBe(true);
    }
  });
});

test('every metric and every countable question feeds at least one criterion', () => {
  const used = criteria.flatMap(({ test }) =>
    partsOf(test).flatMap((part) => ('metric' in part ? [part.metric] : 'survey' in part ? [part.survey] : [])),
  );
  const countable = questions.filter(({ kind }) => kind !== 'comment');
  const unused = [...metrics, ...countable].filter(({ key }) => !used.includes(key));
  expect(unused.map(({ key }) => key)).toEqual([]);
});

test('each aspect can be measured at each level above the first', () => {
  for (const { key } of pack.aspects) {
    for (const level of [2, 3, 4]) {
      const required = criteria.filter(
        (each) => each.aspect === key && each.level === level && each.role === 'required',
      );
      const measured = required.some(({ test }) =>
        partsOf(test).every((part) => !('survey' in part) && !('attestation' in part)),
      );
      expect([key, level, measured]).toEqual([key, level, true]);
    }
  }
});

test('a symptom is never what somebody says about themselves alone', () => {
  const limiters = criteria.filter(({ role }) => role === 'limiter');
  expect(limiters.filter(({ test }) => partsOf(test).some((part) => 'attestation' in part))).toEqual([]);
});

test('evidence that is only attested always has a link', () => {
  const attested = criteria.filter(({ test, role }) => 'attestation' in test && role !== 'anchor');
  expect(attested.filter(({ test }) => 'attestation' in test && test.link !== true)).toEqual([]);
});

test('every criterion says what it may cost', () => {
  expect(criteria.filter(({ effort }) => effort === undefined).map(({ id }) => id)).toEqual([]);
});

test('the texts are short and no two are the same', () => {
  const all = criteria.flatMap(({ title, why, how }) => [title, why, how]);
  expect(new Set(all).size).toBe(all.length);
  expect(criteria.filter(({ title }) => title.endsWith('.')).map(({ id }) => id)).toEqual([]);
  expect(criteria.filter(({ why, how }) => why.length > 200 || how.length > 260).map(({ id }) => id)).toEqual([]);
});

test('the German texts cover every title', () => {
  const german = source.locales.find(({ value }) => value.language === 'de')?.value;
  expect(Object.keys(german?.criteria ?? {}).toSorted()).toEqual(criteria.map(({ id }) => id));
  expect(Object.keys(german?.aspects ?? {})).toEqual(pack.aspects.map(({ key }) => key));
  expect(Object.keys(german?.levels ?? {})).toEqual(pack.levels.map(({ key }) => key));
  expect(Object.keys(german?.capabilities ?? {})).toEqual(pack.capabilities.map(({ key }) => key));
});

test('no sentence is copied from the published model', () => {
  // the model's own questions; five of its words in a row would be a copy
  const published = [
    'how are staff and funds allocated to platform capabilities',
    'why and how do users discover and use internal platforms and platform capabilities',
    'how do users interact with and consume platform capabilities',
    'how are platforms and their capabilities planned prioritized developed and maintained',
    'what is the process for gathering and incorporating feedback and learning',
  ];
  const shingles = (text: string) => {
    const words = text.toLowerCase().match(/[a-z]+/g) ?? [];
    return words.slice(4).map((_, i) => words.slice(i, i + 5).join(' '));
  };
  const known = new Set(published.flatMap(shingles));
  const ours = [
    ...pack.aspects.flatMap((each) => [each.question, ...Object.values(each.cells).map((cell) => cell.summary)]),
    ...pack.levels.map((level) => level.summary),
    ...criteria.flatMap(({ title, why, how }) => [title, why, how]),
  ];
  expect(ours.filter((text) => shingles(text).some((shingle) => known.has(shingle)))).toEqual([]);
});
