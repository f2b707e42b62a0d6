import { beforeAll, describe, expect, test } from 'vitest';
import { canonicalJson, sha256Hex } from '#rubrics/evidence/canonical.ts';
import { freezeAssessment } from '#server/assessments/freeze-assessment.ts';
import {
  type AssessmentDocument,
  assessmentDocumentSchema,
  verifyAssessment,
} from '#server/assessments/verify-assessment.ts';
import { exportReport } from '#server/reports/export-report.ts';
import { insertMeasuredPlatform, scoringContext } from '#tests/support/build-assessment.ts';
import { makeSqlite } from '#tests/support/databases.ts';

describe('verifying an exported assessment', () => {
  let text = '';
  beforeAll(async () => {
    const { db, remove } = await makeSqlite();
    const ctx = scoringContext(db);
    await insertMeasuredPlatform(ctx);
    const { id } = await freezeAssessment(ctx, { platform: 'payments', period: '2026-Q4' });
    const { content } = await exportReport(ctx, { platform: 'payments', id, format: 'json' });
    text = new TextDecoder().decode(content);
    await remove();
  });

  const read = (): AssessmentDocument => assessmentDocumentSchema.parse(JSON.parse(text));
  const differing = (document: AssessmentDocument, expected: string | null = null) =>
    verifyAssessment(document, expected)
      .filter(({ same }) => !same)
      .map(({ name }) => name);

  test('an untouched file is what it says it is', () => {
    expect(differing(read(), read().assessment.scorecardSha256)).toEqual([]);
  });

  test('a raised level is found', () => {
    const document = read();
    const [cell] = document.scorecard.cells;
    if (cell !== undefined) cell.level = 4;
    expect(differing(document)).toEqual(['scorecard in the file']);
  });

  test('changed evidence is found', () => {
    const document = read();
    const day = document.bundle.metrics[0]?.days[0];
    if (day !== undefined) day.last = 0.5;
    expect(differing(document)).toContain('bundle');
  });

  test('an easier threshold is found', () => {
    const document = read();
    const criterion = document.rubric.criteria.find(({ id }) => id === 'INT-1.d');
    if (criterion !== undefined && 'is' in criterion.test) criterion.test.is = '< 1%';
    expect(differing(document)).toContain('rubric');
  });

  test('a changed backlog is found', () => {
    const document = read();
    if (document.backlog !== null) document.backlog.at = '2020-01-01T00:00:00.000Z';
    expect(differing(document)).toEqual(['backlog']);
    expect(differing({ ...read(), backlog: null })).toEqual(['backlog']);
  });

  test('a file from before backlogs were kept is what it says it is', () => {
    const { backlog: _, ...older } = JSON.parse(text);
    const { backlogSha256: _sha256, asks: _asks, correction: _correction, ...assessment } = older.assessment;
    expect(differing(assessmentDocumentSchema.parse({ ...older, assessment }))).toEqual([]);
  });

  test('a file from before the ledger was kept is what it says it is', () => {
    const document = JSON.parse(text);
    const { ledger: _, ...backlog } = { ...document.backlog, schema: 'plumbline/backlog/1' };
    const assessment = { ...document.assessment, backlogSha256: sha256Hex(canonicalJson(backlog)) };
    expect(differing(assessmentDocumentSchema.parse({ ...document, backlog, assessment }))).toEqual([]);
  });

  test('a file that was changed throughout does not have the hash one was given', () => {
    const document = read();
    document.bundle.metrics = [];
    const given = document.assessment.scorecardSha256;
    const recomputed = new Map(verifyAssessment(document, null).map(({ name, computed }) => [name, computed]));
    document.assessment.bundleSha256 = recomputed.get('bundle') ?? '';
    document.assessment.scorecardSha256 = recomputed.get('scorecard computed anew') ?? '';
    expect(differing(document, given)).toContain('hash you were given');
  });
});
