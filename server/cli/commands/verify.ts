import { BundleError } from '#rubrics/evidence/load-bundle.ts';
import { RubricError } from '#rubrics/rubric.ts';
import {
  type AssessmentDocument,
  assessmentDocumentSchema,
  type Check,
  verifyAssessment,
} from '../../assessments/verify-assessment.ts';
import type { Command } from '../command.ts';
import { readJsonFile } from '../read-json-file.ts';

export const verify: Command = {
  name: 'verify',
  summary: 'Computes a frozen assessment anew from its JSON export, offline, and compares the hashes.',
  words: ['FILE'],
  options: {
    expect: { value: 'SHA256', about: 'the hash at the foot of the report that you were given' },
  },
  run: async (given, { out }) => {
    const [file = ''] = given.words;
    const checks = checksOf(readJsonFile(file, assessmentDocumentSchema), given.maybe('expect') ?? null);
    if (typeof checks === 'string') {
      out(`${checks}\nThis assessment is not what it says it is.\n`);
      return 1;
    }
    for (const { name, stated, computed, same } of checks) {
      out(same ? `ok       ${name}  ${computed}\n` : `DIFFERS  ${name}  stated ${stated}, computed ${computed}\n`);
    }
    const sound = checks.every(({ same }) => same);
    out(sound ? 'This assessment is what it says it is.\n' : 'This assessment is not what it says it is.\n');
    return sound ? 0 : 1;
  },
};

/** The checks, or why nothing can be computed from this file. */
function checksOf(document: AssessmentDocument, expected: string | null): Check[] | string {
  try {
    return verifyAssessment(document, expected);
  } catch (error) {
    if (error instanceof BundleError || error instanceof RubricError) return error.message;
    throw error;
  }
}
