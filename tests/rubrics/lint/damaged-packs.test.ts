import fc from 'fast-check';
import { expect, test } from 'vitest';
import { lintPack } from '#rubrics/lint/lint-pack.ts';
import { packOf, parsePack } from '#rubrics/parse-pack.ts';
import { checkPack, compileRubric } from '#rubrics/rubric.ts';
import { SMALL_PACK } from '#tests/support/plant-fault.ts';

type Damage = (lines: string[], at: number) => string[];
const WORDS = ['-1', '0', '""', '[]', '{}', 'null', '9', 'yes', '= 5', '>= 500%', 'p90', 'all: []', 'nothing'];

const damages: Damage[] = [
  (lines, at) => lines.toSpliced(at, 1),
  (lines, at) => lines.toSpliced(at, 0, lines[at] ?? ''),
  (lines, at) => lines.toSpliced(at, 2, lines[at + 1] ?? '', lines[at] ?? ''),
  ...WORDS.map(
    (word): Damage =>
      (lines, at) =>
        lines.with(at, (lines[at] ?? '').replace(/: .*$/, `: ${word}`)),
  ),
  ...WORDS.map(
    (word): Damage =>
      (lines, at) =>
        lines.with(at, (lines[at] ?? '').replace(/"[^"]*"/, JSON.stringify(word))),
  ),
];

const damaged = fc
  .array(
    fc.record({
      file: fc.nat(SMALL_PACK.length - 1),
      line: fc.nat(60),
      damage: fc.constantFrom(...damages),
    }),
    { minLength: 1, maxLength: 3 },
  )
  .map((wounds) =>
    wounds.reduce(
      (files, { file, line, damage }) =>
        files.map((each, index) => {
          if (index !== file) return each;
          const lines = each.text.split('\n');
          return { ...each, text: damage(lines, line % lines.length).join('\n') };
        }),
      [...SMALL_PACK],
    ),
  );

test('whatever happened to a pack, lint tells it without breaking, and what it passes loads', () => {
  fc.assert(
    fc.property(damaged, (files) => {
      const findings = lintPack(files);
      for (const { file, line, column, message, instead } of findings) {
        expect(line >= 1 && column >= 1 && file !== '' && message !== '' && instead !== '').toBe(true);
      }
      if (findings.length > 0) return;
      const pack = packOf(parsePack(files));
      expect(pack && checkPack(pack)).toEqual([]);
      if (pack) expect(compileRubric(pack).sha256).toMatch(/^[0-9a-f]{64}$/);
    }),
    { numRuns: 120, seed: 7 },
  );
});
