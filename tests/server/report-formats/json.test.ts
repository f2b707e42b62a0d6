import { expect, test } from 'vitest';
import { assessmentDocumentSchema, verifyAssessment } from '#server/assessments/verify-assessment.ts';
import { json } from '#server/report-formats/json.ts';
import { reportSource } from '#tests/support/build-report.ts';

test('the file holds all that is needed to compute the assessment anew', () => {
  const document = assessmentDocumentSchema.parse(JSON.parse(json.write(reportSource())));
  expect(verifyAssessment(document, null).filter(({ same }) => !same)).toEqual([]);
});
