import { describe, expect, test } from 'vitest';
import { readPemmLink } from '#server/self-assessment/read-pemm-link.ts';

const HOST = 'https://assessment.example.org/en/results';
const ANSWERS = {
  investment: [1, 1, 2, 1],
  adoption: [1, 2, 2, 2],
  interfaces: [2, 3, 3, 4],
  operations: [3, 3, 2, 1],
  measurement: [3, 4, 4, 4],
};
/** The pre-filled link in the community's own README; its means are 1.25, 1.75, 3.00, 2.25 and 3.75. */
const QUERY = Object.entries(ANSWERS)
  .flatMap(([aspect, given]) => given.map((answer, index) => `${aspect}_${index + 1}=${answer}`))
  .join('&');
const LINK = `${HOST}?${QUERY}&v=0.9.0`;

const meansOf = (link: string) => readPemmLink(link).aspects.map(({ mean }) => mean);
const only = (...answers: string[]) => `?${answers.join('&')}&v=0.9.0`;

describe('a link of the community assessment', () => {
  test('gives the means that the community publishes for it', () => {
    expect(meansOf(LINK)).toEqual([1.25, 1.75, 3, 2.25, 3.75]);
    expect(readPemmLink(LINK)).toMatchObject({ version: '0.9.0', warnings: [] });
    expect(Object.keys(readPemmLink(LINK).answers)).toHaveLength(20);
  });

  test('becomes claims in halves; half-way between two, the lower one', () => {
    // 1.25 → 1, 1.75 → 1.5, 3 → 3, 2.25 → 2, 3.75 → 3.5
    expect(readPemmLink(LINK).aspects.map(({ claimed }) => claimed)).toEqual([1, 1.5, 3, 2, 3.5]);
  });

  test.each([
    [['investment_1=1', 'investment_2=1', 'investment_3=2'], 1.33, 1.5],
    [['investment_1=2', 'investment_2=2', 'investment_3=1'], 1.67, 1.5],
    [['investment_1=3', 'investment_2=4'], 3.5, 3.5],
    [['investment_4=4'], 4, 4],
  ])('that is cut short takes the mean of what is answered: %s', (answers, mean, claimed) => {
    const [investment, adoption] = readPemmLink(only(...answers)).aspects;
    expect(investment).toMatchObject({ mean, claimed, answered: answers.length });
    expect(adoption).toEqual({
      aspect: 'adoption',
      mean: null,
      claimed: null,
      answered: 0,
      missing: ['adoption_1', 'adoption_2', 'adoption_3', 'adoption_4'],
    });
  });

  test('names the questions that are missing, also where the cut went through one', () => {
    const [investment] = readPemmLink('?investment_1=1&investment_3=2&investment_4=').aspects;
    expect(investment?.missing).toEqual(['investment_2', 'investment_4']);
  });

  test('is read wherever it is hosted, and without a host', () => {
    expect(meansOf(`http://169.254.169.254/latest?${QUERY}`)).toEqual(meansOf(LINK));
    expect(meansOf(`  ?${QUERY}&v=0.9.0#chart\n`)).toEqual(meansOf(LINK));
    expect(meansOf(QUERY)).toEqual(meansOf(LINK));
  });

  test('keeps nothing but the answers and the version', () => {
    const reading = readPemmLink(`https://ann:secret@example.org/?${QUERY}&v=0.9.0&lang=pt&utm_source=letter`);
    expect(JSON.stringify(reading)).not.toMatch(/secret|example|utm|lang/);
  });
});

describe('another version', () => {
  const warningsOf = (version: string) => readPemmLink(`${HOST}?${QUERY}${version}`).warnings;

  test.each([
    ['&v=1.0.0', /version 1\.0\.0.*changed their meaning/],
    ['&v=0.10.0', /version 0\.10\.0.*Questions may differ/],
    ['', /does not say its version/],
    ['&v=', /does not say its version/],
  ])('%s is read with a warning', (version, warning) => {
    expect(warningsOf(version)).toEqual([expect.stringMatching(warning)]);
  });

  test('that only words things differently is read as it is', () => {
    expect(warningsOf('&v=0.9.7')).toEqual([]);
  });
});

describe('what cannot be read is named', () => {
  test.each([
    [only('investment_1=5'), '"investment_1" is "5". An answer is 1, 2, 3 or 4.'],
    [only('investment_1=0'), '"investment_1" is "0".'],
    [only('investment_1=x'), '"investment_1" is "x".'],
    [only('investment_1=1.5'), '"investment_1" is "1.5".'],
    [only('investment_1=%00'), '"investment_1" is'],
    [only('measurement_2=1', 'measurement_2=3'), '"measurement_2" stands 2 times'],
    [only('investment_1=1', 'investment_5=2'), '"investment_5" is no question of version 0.9.0'],
    [only('investment_1=1', 'security_1=2'), '"security_1" is no question'],
    ['?investment_1=1&v=latest', '"v" is "latest". A version looks like 0.9.0.'],
    ['?investment_1=1&v=0.9.0&v=1.0.0', '"v" stands 2 times'],
    [HOST, 'holds no answers'],
    ['', 'holds no answers'],
    ['?__proto__=3&constructor=1', 'holds no answers'],
    [`javascript:alert(1)?${QUERY}`, 'begins with http:// or https://'],
    [`data:text/html,x?${QUERY}`, 'begins with http:// or https://'],
    [`${HOST}?${QUERY}&${'x'.repeat(10_000_000)}`, 'too long'],
    [only(`investment_1=${'9'.repeat(3000)}`), `"investment_1" is "${'9'.repeat(20)}…"`],
  ])('%.60s', (link, sentence) => {
    expect(() => readPemmLink(link)).toThrow(sentence);
  });
});
