import type { Criterion, Test } from '../pack.ts';
import type { Bump } from './bump.ts';
import { isSameClaim } from './same-claim.ts';

export const PARTS = ['pack', 'level', 'aspect', 'capability', 'metric', 'question', 'criterion'] as const;
export type PartKind = (typeof PARTS)[number];

/** What a change of a part asks of the version. A field that is not named changes the meaning: MAJOR. */
type PartRule = { added: Bump; removed: Bump; fields: Readonly<Record<string, Bump>> };

/** The rule of docs/rubrics.md: another meaning is MAJOR, something new is MINOR, other words are PATCH. */
export const PART_RULES: Readonly<Record<PartKind, PartRule>> = {
  pack: {
    added: 'major',
    removed: 'major',
    // what counts under another id (`renamed`) is what evidence is of
    fields: { name: 'patch', model: 'patch', license: 'patch', attribution: 'patch', order: 'patch' },
  },
  level: { added: 'major', removed: 'major', fields: { name: 'patch', summary: 'patch' } },
  aspect: { added: 'major', removed: 'major', fields: { name: 'patch', question: 'patch', cells: 'patch' } },
  // what a platform offers is its own: the pack only proposes
  capability: {
    added: 'minor',
    removed: 'major',
    fields: { name: 'patch', description: 'patch', examples: 'patch', consumption: 'minor', mandatory: 'minor' },
  },
  metric: {
    added: 'minor',
    removed: 'major',
    fields: {
      ...{ number: 'patch', name: 'patch', description: 'patch', goal: 'patch', space: 'patch', outcome: 'patch' },
      ...{ lowerIsBetter: 'patch', source: 'patch' },
    },
  },
  // a question in other words is another question: its answers are no longer one series
  question: { added: 'minor', removed: 'major', fields: { source: 'patch' } },
  criterion: {
    added: 'minor',
    removed: 'major',
    fields: {
      ...{ title: 'patch', why: 'patch', how: 'patch', example: 'patch', tags: 'patch', effort: 'patch' },
      ...{ guard: 'patch', needs: 'patch', effective_from: 'minor' },
    },
  },
};

/** A criterion that counts later than it did is gone until then; one that counts earlier is new. */
export const isPostponed = (before: Criterion, after: Criterion): boolean =>
  after.effective_from !== undefined && (before.effective_from ?? '') < after.effective_from;

const asksPeople = (test: Test): boolean => {
  if ('all' in test) return test.all.some(asksPeople);
  if ('any' in test) return test.any.some(asksPeople);
  if ('at_least' in test) return test.at_least.of.some(asksPeople);
  return 'not' in test ? asksPeople(test.not) : 'attestation' in test;
};

/** What people attest to is the title: another claim there is another test. */
export const isOtherTest = (before: Criterion, after: Criterion): boolean =>
  asksPeople(after.test) && !isSameClaim(before.title, after.title);
