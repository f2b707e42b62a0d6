import { expect, test } from 'vitest';
import { CRITERIA_FILE, plantFault } from '#tests/support/plant-fault.ts';

test('a key that is not known is found where it stands', () => {
  const planted = plantFault(CRITERIA_FILE, 'guard: clear', 'gaurd: clear');
  expect(planted.places('follows-schema')).toEqual([planted.at('gaurd')]);
  expect(planted.findings).toHaveLength(1);
  expect(planted.findings[0]?.instead).toContain('spelling');
});

test('a test of no kind is found', () => {
  const planted = plantFault(CRITERIA_FILE, '{ attestation: "yes", link: true, valid: 365d }', '{ claim: "yes" }');
  expect(planted.places('follows-schema')).toEqual([planted.at('claim')]);
  expect(planted.findings).toHaveLength(1);
  expect(planted.findings[0]?.instead).toContain('metric, survey, attestation');
});

test('a leaf with a wrong field is told by the key that says its kind', () => {
  const planted = plantFault(CRITERIA_FILE, 'statistic: p90', 'statistic: p80');
  expect(planted.places('follows-schema')).toEqual([planted.at('statistic: p80')]);
  expect(planted.findings).toHaveLength(1);
});

test('a leaf deep in a combination is found on its own line', () => {
  const planted = plantFault(
    CRITERIA_FILE,
    '{ survey: clear, statistic: favourable, is: ">= 60%" }',
    '{ survey: clear, statistic: favourable, is: 60% }',
  );
  expect(planted.places('follows-schema')).toEqual([planted.at('{ survey: clear')]);
  expect(planted.findings).toHaveLength(1);
  expect(planted.findings[0]?.instead).toContain('operator');
});

test('a missing field is found at its criterion', () => {
  const planted = plantFault(
    CRITERIA_FILE,
    `  title: It can be had at all
`,
    '',
  );
  expect(planted.places('follows-schema')).toEqual([planted.at('- id: INT-1.a')]);
  expect(planted.findings).toHaveLength(1);
  expect(planted.findings[0]?.instead).toContain('title');
});

test('a file that is not YAML is found at the very place', () => {
  const planted = plantFault(CRITERIA_FILE, '  title: It can be had at all', '  title: It: can be had');
  expect(planted.places('follows-schema')).toEqual([planted.at('title: It: can')]);
  expect(planted.findings).toHaveLength(1);
});

test('the same key twice in one criterion is found', () => {
  const planted = plantFault(
    CRITERIA_FILE,
    '  guard: clear',
    `  guard: clear
  guard: reason`,
  );
  expect(planted.places('follows-schema')).toEqual([planted.at('guard: reason')]);
  expect(planted.findings).toHaveLength(1);
});

test('a file that is no list is found', () => {
  const planted = plantFault(
    'questions.yaml',
    `- { key: clear, kind: agreement, text: Errors are clear., scope: capability }
- { key: usability, kind: umux-lite, text: Useful and easy., scope: capability }
- { key: recommend, kind: nps, text: Would you recommend it?, scope: capability }
- key: reason
  kind: single-choice
  text: Why?
  scope: capability
  options:
    - { key: saves-time, text: It saves time }
    - { key: required, text: I must }
`,
    `clear: true
`,
  );
  expect(planted.places('follows-schema')).toEqual([planted.at('clear')]);
});
