import { attestationsExpiring } from './attestations-expiring.ts';
import { campaignDue } from './campaign-due.ts';
import { exemptionsExpiring } from './exemptions-expiring.ts';
import type { NoticeKind } from './notice-kind.ts';
import { ratingRound } from './rating-round.ts';
import { reportPublished } from './report-published.ts';
import { reportReview } from './report-review.ts';
import { requestsWaiting } from './requests-waiting.ts';
import { sourceFailing } from './source-failing.ts';
import { surveyClosing } from './survey-closing.ts';
import { surveyResults } from './survey-results.ts';

/** Every kind of notice, in the order in which people choose among them. */
export const NOTICE_KINDS = {
  'requests-waiting': requestsWaiting,
  'attestations-expiring': attestationsExpiring,
  'exemptions-expiring': exemptionsExpiring,
  'campaign-due': campaignDue,
  'source-failing': sourceFailing,
  'survey-closing': surveyClosing,
  'survey-results': surveyResults,
  'rating-round': ratingRound,
  'report-review': reportReview,
  'report-published': reportPublished,
} as const satisfies Record<string, NoticeKind>;

export type NoticeKey = keyof typeof NOTICE_KINDS;

export const isNoticeKey = (text: string): text is NoticeKey => Object.hasOwn(NOTICE_KINDS, text);
export const NOTICE_KEYS = Object.keys(NOTICE_KINDS).filter(isNoticeKey);
