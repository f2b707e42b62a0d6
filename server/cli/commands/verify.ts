import { assessmentDocumentSchema, verifyAssessment } from '../../assessments/verify-assessment.ts';
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
    const checks = verifyAssessment(readJsonFile(file, assessmentDocumentSchema), given.maybe('expect') ?? null);
    for (const { name, stated, computed, same } of checks) {
      out(same ? `ok       ${name}  ${computed}\n` : `DIFFERS  ${name}  stated ${stated}, computed ${computed}\n`);
    }
    const sound = checks.every(({ same }) => same);
    out(sound ? 'This assessment is what it says it is.\n' : 'This assessment is not what it says it is.\n');
    return sound ? 0 : 1;
  },
};
