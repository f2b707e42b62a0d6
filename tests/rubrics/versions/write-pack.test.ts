import { expect, test } from 'vitest';
import { loadRubric, packsFolder } from '#rubrics/load-packs.ts';
import { packOf, parsePack } from '#rubrics/parse-pack.ts';
import { compileRubric } from '#rubrics/rubric.ts';
import { writePack } from '#rubrics/versions/write-pack.ts';

test('the files written for a rubric make up the same rubric', () => {
  const rubric = loadRubric(`${packsFolder()}/cncf-platform`);
  const pack = packOf(parsePack(writePack(rubric.pack)));
  expect(pack === null ? null : compileRubric(pack).sha256).toBe(rubric.sha256);
});
