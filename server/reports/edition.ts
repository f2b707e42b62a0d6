import type { Assessment } from '#db/queries/assessments.ts';
import type { ReportWords } from './find-words.ts';
import { parseAsks } from './report-words.ts';

type Signature = { by: string; at: string };

/** What a report says of itself: whose quarter, in which state, signed by whom, with which words to its readers. */
export type Edition = {
  platformName: string;
  period: string;
  state: 'draft' | Assessment['state'];
  note: { by: string; text: string } | null;
  /** what is asked of the reader */
  asks: string[];
  /** why a published quarter was frozen anew; null: it was not */
  correction: string | null;
  /** the assessment that took this one's place; null: none has */
  replacedBy: { frozenAt: string; why: string | null } | null;
  frozen: Signature | null;
  published: Signature | null;
  /** null: a draft, which nothing names yet */
  hashes: { rubric: string; bundle: string; scorecard: string; backlog: string | null } | null;
};

/** A frozen quarter as its report speaks of it. */
export function editionOf(assessment: Assessment, replacement: Assessment | null): Edition {
  const { platformName, period, state, note, asks, correction, frozenBy, frozenAt, publishedBy, publishedAt } =
    assessment;
  const { rubricSha256: rubric, bundleSha256: bundle, scorecardSha256: scorecard, backlogSha256: backlog } = assessment;
  return {
    ...{ platformName, period, state, correction },
    note: note === null ? null : { by: frozenBy, text: note },
    asks: parseAsks(asks),
    replacedBy: replacement && { frozenAt: replacement.frozenAt, why: replacement.correction },
    frozen: { by: frozenBy, at: frozenAt },
    published: publishedBy === null || publishedAt === null ? null : { by: publishedBy, at: publishedAt },
    hashes: { rubric, bundle, scorecard, backlog },
  };
}

/** A quarter that nobody has frozen yet, with the words that its draft has so far. */
export function draftEdition(platformName: string, period: string, words: ReportWords): Edition {
  const { note, asks, savedBy } = words;
  return {
    ...{ platformName, period, state: 'draft', asks },
    note: note === '' || savedBy === null ? null : { by: savedBy, text: note },
    ...{ correction: null, replacedBy: null, frozen: null, published: null, hashes: null },
  };
}
