import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { textFor } from '#app/_messages/registry.ts';
import { Meter, type MeterCell } from '#app/_ui/meter.tsx';
import { shadeOf } from '#app/_ui/meter-paths.ts';
import { meterWords } from '#app/_ui/meter-words.ts';

const LEVELS = [
  { level: 1, name: 'Provisional' },
  { level: 2, name: 'Operational' },
  { level: 3, name: 'Scalable' },
  { level: 4, name: 'Optimizing' },
];
const cell = (given: Partial<MeterCell> = {}): MeterCell => ({
  ...{ state: 'scored', level: 2, high: 2, target: 3, coverage: 1, confidence: 'high', claimed: null, marks: [] },
  ...given,
});
const unknown = cell({ level: 1, high: 4, coverage: 0, confidence: null });
const drawn = (one: MeterCell, size = 32) => renderToStaticMarkup(<Meter cell={one} size={size} />);
const wordsOf = (one: MeterCell) => meterWords(textFor('en'), one, LEVELS);

const STATES = {
  level: cell(),
  possible: cell({ high: 4 }),
  unknown,
  claimed: { ...unknown, claimed: 2.5 },
  notOffered: cell({ state: 'not_offered', level: null }),
  notApplicable: cell({ state: 'not_applicable', level: null }),
  hidden: cell({ state: 'hidden', level: null }),
};

test('no two states are drawn alike, and none needs colour to be told from another', () => {
  const shapes = Object.values(STATES).map((one) => drawn(one).replaceAll(/(fill|stroke)-(level-\d|ink|line)/g, ''));
  expect(new Set(shapes).size).toBe(shapes.length);
});

test.each([1, 2, 3, 4])('level %i fills as many steps', (level) => {
  const fill = /class="fill-level-\d" d="([^"]*)"|d="([^"]*)" class="fill-level-\d"/.exec(
    drawn(cell({ level, high: level })),
  );
  expect((fill?.[1] ?? fill?.[2] ?? '').match(/M/g)).toHaveLength(level);
});

test('a cell of which nothing is known is a plain empty frame: no level, no hatching', () => {
  expect(drawn(unknown)).not.toMatch(/fill-level|stroke-level/);
});

test('an exemption lifts a cell even where nothing is decided', () => {
  expect(drawn(cell({ confidence: null, coverage: 0, marks: ['exempt'] }))).toContain('fill-level-2');
});

test('marks stand in one order, and a very small meter shows the most important one', () => {
  const all = cell({ marks: ['ahead', 'inherited', 'exempt', 'stale', 'symptom'] });
  const marksOf = (svg: string) => [...svg.matchAll(/data-mark="(\w+)"/g)].map(([, mark]) => mark);
  expect(marksOf(drawn(all))).toEqual(['symptom', 'stale', 'exempt', 'inherited', 'ahead']);
  expect(marksOf(drawn(all, 16))).toEqual(['symptom']);
});

test('a labelled meter is an image with a name, another is decoration', () => {
  expect(renderToStaticMarkup(<Meter cell={cell()} label="2 Operational" />)).toContain(
    'role="img" aria-label="2 Operational"',
  );
  expect(drawn(cell())).toContain('aria-hidden="true"');
});

test.each([
  ['level', '2 Operational, target 3, 100% covered by evidence'],
  ['possible', '2 Operational, target 3, up to 4 if the unknown turns out well, 100% covered by evidence'],
  ['unknown', 'Not known yet, target 3, up to 4 if the unknown turns out well, 0% covered by evidence'],
  ['notOffered', 'Not offered'],
  ['notApplicable', 'Does not apply'],
  ['hidden', 'Hidden to protect those who answered'],
] as const)('the state "%s" in words: %s', (state, words) => {
  expect(wordsOf(STATES[state])).toBe(words);
});

test('the words name a claim and every mark', () => {
  expect(wordsOf(STATES.claimed)).toMatch(/^Not known yet, claimed 2\.5,/);
  expect(wordsOf(cell({ marks: ['stale', 'symptom'] }))).toMatch(/held down by a symptom, some evidence is stale$/);
});

test('a rubric of three levels is drawn in three steps', () => {
  const three = renderToStaticMarkup(<Meter cell={cell({ level: 3, high: 3 })} steps={3} />);
  const four = renderToStaticMarkup(<Meter cell={cell({ level: 3, high: 3 })} steps={4} />);
  expect(three).not.toBe(four);
});

test('a level that is not whole fills a part of its last step, on a scale of any length', () => {
  const markup = renderToStaticMarkup(<Meter cell={cell({ level: 1.25, high: 2.5, target: 1.75 })} steps={3} />);
  const [, path = ''] = /<path d="([^"]*)" class="fill-level-2"/.exec(markup) ?? [];
  // steps of 8 in a body from 3 to 27: one whole from 27 to 19, a quarter of the next up to 17, each less its gap of 0.6
  expect(path).toBe('M8.6 19.6H22.4V26.4H8.6zM8.6 17.6H22.4V18.4H8.6z');
  expect(shadeOf(3, 3)).toBe(4);
  expect([1, 2, 3, 4].map((level) => shadeOf(level, 4))).toEqual([1, 2, 3, 4]);
});
