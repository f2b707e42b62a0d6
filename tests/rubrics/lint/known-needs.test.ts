import { expect, test } from 'vitest';
import { lintPack } from '#rubrics/lint/lint-pack.ts';
import { CRITERIA_FILE, plantFault, SMALL_PACK } from '#tests/support/plant-fault.ts';

const HOW = '  how: Turn approvals into rules for machines.\n';
const needing = (needs: string, more = '') => plantFault(CRITERIA_FILE, HOW, `${HOW}  needs: [${needs}]\n${more}`);

test('a need of another criterion at the same capability is fine', () => {
  expect(needing('INT-2.a, INT-1.a').findings).toEqual([]);
});

test('a need of a criterion that there is not is found', () => {
  const planted = needing('INT-2.b');
  expect(planted.places('known-needs')).toEqual([planted.at('needs: [')]);
  expect(planted.findings).toHaveLength(1);
  expect(planted.findings[0]?.instead).toContain('"INT-2.a"');
});

test('a criterion that needs itself is found, once', () => {
  const { findings } = needing('INT-3.a');
  expect(findings.map(({ check, message }) => [check, message])).toEqual([['known-needs', 'INT-3.a needs itself']]);
});

test('a need that stands twice is found', () => {
  expect(needing('INT-2.a, INT-2.a').findings.map(({ message }) => message)).toEqual(['this need stands here twice']);
});

test('a criterion of the platform cannot need one of a capability', () => {
  const planted = plantFault(
    CRITERIA_FILE,
    '  level: 3\n  scope: capability\n',
    '  level: 3\n  scope: platform\n  needs: [INT-2.a]\n',
  );
  const [first] = planted.findings.filter(({ check }) => check === 'known-needs');
  expect(first?.message).toBe('INT-3.a is about the whole platform and INT-2.a about one capability');
});

test('a need that can never be in force where the criterion is, is found', () => {
  const only = (condition: string) =>
    SMALL_PACK.map(({ file, text }) => ({
      file,
      text: text
        .replace('- id: INT-2.a\n', `- id: INT-2.a\n  applies_to: { ${condition} }\n`)
        .replace(HOW, `${HOW}  needs: [INT-2.a]\n  applies_to: { mandatory: false }\n`),
    }));
  const found = (condition: string) => lintPack(only(condition)).filter(({ check }) => check === 'known-needs');
  expect(found('capabilities: [security]').map(({ message }) => message)).toEqual([
    'INT-3.a needs INT-2.a, which does not apply to "data"',
  ]);
  expect(found('mandatory: false')).toEqual([]);
});
