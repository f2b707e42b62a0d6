import type { Generated } from 'kysely';

/**
 * The data model on one page. The same tables on SQLite and PostgreSQL.
 * Times ending in `At` are RFC 3339 UTC text with milliseconds, dates ending in `On` are `YYYY-MM-DD`, `…AtMs` are epoch
 * milliseconds; booleans are 0 or 1; JSON is text that the caller parses. Ids are random text unless said otherwise.
 */

// ── platforms and what they offer ───────────────────────────────────────────────────────────────────────────────────
export interface PlatformTable {
  id: string;
  /** kebab-case, in every URL */
  key: string;
  name: string;
  timeZone: string;
  /** 1…12 */
  fiscalYearStartMonth: number;
  packId: string;
  packVersion: string;
  createdAt: string;
}
export interface CapabilityTable {
  platformId: string;
  key: string;
  name: string;
  description: string;
  ownerTeamId: string | null;
  provider: string | null;
  consumption: 'requested' | 'implicit' | 'interactive';
  mandatory: number;
  weight: number;
  state: 'offered' | 'not_offered' | 'archived';
  position: number;
}
export interface TeamTable {
  id: string;
  key: string;
  name: string;
  parentId: string | null;
  contact: string | null;
  createdAt: string;
  archivedAt: string | null;
}
/** A team before a change: of each team the earliest row whose `until` lies after an instant says what held then. */
export interface PastTeamTable {
  teamId: string;
  until: string;
  name: string;
  parentId: string | null;
  archivedAt: string | null;
}
export interface TargetTable {
  platformId: string;
  capability: string;
  aspect: string;
  level: number;
}
/** What a single criterion aims at, in a rubric that adds up answers. */
export interface ItemTargetTable {
  platformId: string;
  capability: string;
  criterion: string;
  /** what one of its answers counts */
  value: number;
}
/** Settings that a change replaced: the earliest row whose `until` lies after an instant says what held then. */
export interface PastSettingsTable {
  platformId: string;
  until: string;
  /** JSON: the settings of the bundle */
  settings: string;
}

// ── people ──────────────────────────────────────────────────────────────────────────────────────────────────────────
// user, session, account and verification have the columns that the sign-in library (better-auth) expects.
export interface UserTable {
  id: string;
  name: string;
  /** lower case */
  email: string;
  emailVerified: number;
  image: string | null;
  createdAt: string;
  updatedAt: string;
  /** null: may sign in */
  deactivatedAt: string | null;
}
export interface SessionTable {
  id: string;
  userId: string;
  token: string;
  expiresAt: string;
  createdAt: string;
  updatedAt: string;
  ipAddress: string | null;
  userAgent: string | null;
}
export interface AccountTable {
  id: string;
  accountId: string;
  providerId: string;
  userId: string;
  accessToken: string | null;
  refreshToken: string | null;
  idToken: string | null;
  accessTokenExpiresAt: string | null;
  refreshTokenExpiresAt: string | null;
  scope: string | null;
  /** salted hash */
  password: string | null;
  createdAt: string;
  updatedAt: string;
}
export interface VerificationTable {
  id: string;
  identifier: string;
  value: string;
  expiresAt: string;
  createdAt: string;
  updatedAt: string;
}
/** Attempts counted in a window, shared by every process. */
export interface RateLimitTable {
  key: string;
  count: number;
  windowStartMs: number;
}
/** A one-time link by which a person sets their password. */
export interface PasswordLinkTable {
  id: string;
  userId: string;
  tokenHash: string;
  createdAt: string;
  expiresAt: string;
  spentAt: string | null;
}
export interface RoleGrantTable {
  id: string;
  userId: string;
  /** null: every platform */
  platformId: string | null;
  role: 'admin' | 'editor' | 'owner' | 'viewer';
  /** owner only: the team whose capabilities */
  teamId: string | null;
  createdAt: string;
}
export interface ApiTokenTable {
  id: string;
  name: string;
  /** first characters, to tell tokens apart */
  prefix: string;
  /** SHA-256, hex */
  tokenHash: string;
  /** JSON array of scopes */
  scopes: string;
  /** null: every platform */
  platformId: string | null;
  /** the person whose rights bound it; null: made by the operator on the command line */
  createdBy: string | null;
  createdAt: string;
  expiresAt: string;
  lastUsedOn: string | null;
  revokedAt: string | null;
}
export interface SetUpLinkTable {
  id: string;
  tokenHash: string;
  createdAt: string;
  expiresAt: string;
  spentAt: string | null;
}
export interface AuditEntryTable {
  id: string;
  at: string;
  actorKind: 'person' | 'token' | 'system' | 'cli';
  actorId: string | null;
  actorName: string;
  /** dotted verb, such as `attestation.review` */
  action: string;
  platformId: string | null;
  subject: string | null;
  /** JSON: what changed; never a secret, never a survey answer */
  detail: string;
}

// ── evidence ────────────────────────────────────────────────────────────────────────────────────────────────────────
export interface SeriesTable {
  /** small integer, given by the database */
  id: Generated<number>;
  platformId: string;
  metric: string;
  /** '' means the platform as a whole */
  capability: string;
  /** '' means no team */
  team: string;
  /** canonical JSON of the other labels */
  labels: string;
}
/** Primary key (atMs, seriesId): an append-ordered log. The newest received value of a series at a time. */
export interface SampleTable {
  atMs: number;
  seriesId: number;
  value: number;
  receivedAtMs: number;
  runId: number;
}
/** What a newer value at the same series and time replaced. */
export interface ReplacedSampleTable {
  id: Generated<number>;
  atMs: number;
  seriesId: number;
  value: number;
  receivedAtMs: number;
  runId: number;
}
export interface LatestSampleTable {
  seriesId: number;
  atMs: number;
  value: number;
  receivedAtMs: number;
  runId: number;
}
/** Roll-up of one series over one UTC day, folded in the background. */
export interface SampleDayTable {
  seriesId: number;
  /** days since 1970-01-01 */
  day: number;
  last: number;
  lastAtMs: number;
  lastReceivedAtMs: number;
  lastRunId: number;
  /** of all values of the day: up to this instant on, the row says what was known then */
  newestReceivedAtMs: number;
  sum: number;
  count: number;
  min: number;
  max: number;
  /** JSON [[value, count], …] of distribution metrics, else null */
  valueCounts: string | null;
}
/** The roll-ups of all series of a platform over one UTC day in one row: what is scored is read as a whole. */
export interface PackedDayTable {
  platformId: string;
  day: number;
  /** the newest instant at which something in it was observed or received: from then on, the row says what was known */
  newestMs: number;
  /** as db/packed-days.ts writes it */
  packed: string;
}
/** UTC days whose roll-ups are out of date. */
export interface DirtyDayTable {
  day: number;
  platformId: string;
  sinceMs: number;
  /** another number after every write: a fold that started before it leaves the day dirty */
  version: number;
}
/** Where values came from: one push, upload or collection. */
export interface SourceRunTable {
  id: Generated<number>;
  platformId: string | null;
  /** kind of source: `metrics-api`, `csv-upload`, … */
  source: string;
  /** the token, person or query behind it */
  origin: string;
  startedAtMs: number;
  finishedAtMs: number | null;
  accepted: number;
  rejected: number;
  error: string | null;
  /** the source that was asked; null: the values were sent */
  sourceId: string | null;
  /** what the source was asked, word for word */
  query: string | null;
  /** 1: nothing could be taken in; 0: at most single values were refused */
  failed: Generated<number>;
}
/** What is connected from outside and asked or called at an interval. */
interface ConnectionTable {
  id: string;
  platformId: string;
  /** as in the registry of its sort */
  kind: string;
  name: string;
  /** JSON, of the kind's own form; no secrets */
  settings: string;
  /** sealed under SECRET; null: there are none */
  secrets: string | null;
  /** JSON array: addresses inside the network that an administrator allowed it to reach */
  allowed: string;
  intervalMinutes: number;
  state: 'active' | 'paused';
  createdAt: string;
  nextRunAtMs: number;
  /** while a run is going on: it belongs to one process until then */
  leaseUntilMs: number | null;
  lastRunAtMs: number | null;
}
/** A source that Plumbline asks by itself, of a kind of server/sources. A deleted one stays, without its settings, because its values do. */
export interface SourceTable extends ConnectionTable {
  deletedAt: string | null;
  /** JSON: until when (epoch milliseconds) each of its queries has been collected */
  progress: string;
}
/** For how long a source failed to say something about a metric: what was known then stays known. */
export interface SourceFailureTable {
  id: Generated<number>;
  sourceId: string;
  platformId: string;
  metric: string;
  /** '' means whatever capabilities the query would have told about */
  capability: string;
  /** since when it fails */
  since: string;
  /** this message holds from here on, up to `endedAt` */
  knownAt: string;
  endedAt: string | null;
  message: string;
}
export interface IdempotencyTable {
  /** hash of (token, key) */
  key: string;
  /** hash of the body: another body under the same key is a conflict */
  requestHash: string;
  response: string;
  createdAtMs: number;
}
export interface AttestationTable {
  id: string;
  platformId: string;
  criterion: string;
  capability: string | null;
  answer: string;
  link: string | null;
  note: string | null;
  answeredBy: string;
  answeredAt: string;
  reviewedBy: string | null;
  reviewedAt: string | null;
  review: 'awaiting' | 'accepted' | 'rejected' | 'not_needed';
  reviewNote: string | null;
  selfApproved: number;
  expiresAt: string;
  /** the criterion's id in the rubric of then, from which an adoption carried it over */
  carriedFrom: Generated<string | null>;
}
export interface ExemptionTable {
  id: string;
  platformId: string;
  /** exemption: counts as met until it expires; not_applicable: leaves the sums */
  kind: 'exemption' | 'not_applicable';
  criterion: string;
  capability: string | null;
  reason: string;
  requestedBy: string;
  requestedAt: string;
  decidedBy: string | null;
  decidedAt: string | null;
  decision: 'awaiting' | 'approved' | 'declined' | 'withdrawn';
  decisionNote: string | null;
  selfApproved: number;
  /** when it ends; not applicable: when it was taken back, or null */
  expiresAt: string | null;
  /** the end that was approved, where it was ended before; else null */
  approvedUntil: string | null;
  /** the criterion's id in the rubric of then, from which an adoption carried it over */
  carriedFrom: Generated<string | null>;
}
/** Every answer ever given; of each aspect and capability the newest by an instant is what was claimed then. */
export interface SelfAssessmentTable {
  platformId: string;
  aspect: string;
  /** '' means the platform as a whole */
  capability: string;
  /** null: not known; of one capability: as for the platform */
  claimed: number | null;
  answeredBy: string;
  answeredAt: string;
  importId: string | null;
}

/** Where claims that nobody typed here come from. */
export interface SelfAssessmentImportTable {
  id: string;
  platformId: string;
  /** such as 'pemm', the CNCF community's assessment */
  source: string;
  /** of the source's questions; null: not said */
  version: string | null;
  /** JSON: what was given, by the source's own keys */
  answers: string;
  importedBy: string;
  importedAt: string;
}

/** Several people rate the same places alone and blind; the ratings come to light together. */
export interface RatingRoundTable {
  id: string;
  platformId: string;
  title: string;
  /** JSON: levels, aspects with their steps, and the places that are rated, as they were when the round opened */
  scale: string;
  state: 'open' | 'revealed' | 'discarded';
  /** account */
  openedBy: string;
  openedAt: string;
  revealedBy: string | null;
  revealedAt: string | null;
  /** JSON: how far the first ratings agree, with the seed it was computed from; null until they are revealed */
  agreement: string | null;
  /** when a backup was made that this round came back from: what had been rated was not in it */
  emptiedAt: string | null;
}
/** Who is asked. No time is kept: when somebody rated would tell who of those who are counted. */
export interface RatingAssessorTable {
  roundId: string;
  userId: string;
  /** for whom they speak; null: not said */
  side: 'platform_team' | 'consumer' | null;
  /** their ratings and whether they are handed in, sealed under SECRET until the reveal; null: the round is over */
  sealed: string | null;
  /** 0 or 1, set at the reveal: whether their ratings count */
  handedIn: number;
}
/** First ratings, written once at the reveal and never changed. */
export interface RatingTable {
  roundId: string;
  userId: string;
  aspect: string;
  /** '' means the platform as a whole */
  capability: string;
  /** null: does not know */
  rating: number | null;
  evidence: string | null;
}
/** What was agreed after the reveal: of each place the newest holds, the older ones stay. */
export interface RatingConsensusTable {
  roundId: string;
  aspect: string;
  /** '' means the platform as a whole */
  capability: string;
  recordedAt: string;
  /** account */
  recordedBy: string;
  /** null: agreed that it is not known */
  rating: number | null;
  why: string;
}

// ── surveys ─────────────────────────────────────────────────────────────────────────────────────────────────────────
export interface SurveyCycleTable {
  id: string;
  platformId: string;
  title: string;
  /** who asks, as the form says it */
  askedBy: string;
  /** why, as the form says it */
  purpose: string;
  /** key of the template in server/surveys/templates */
  template: string;
  /** JSON: the questions as asked, frozen when the cycle opens */
  questions: string;
  /** JSON array of capability keys asked about */
  capabilities: string;
  /** frozen when the cycle opens */
  minimumGroup: number;
  minimumCommentGroup: number;
  /** closing: answers are released, the space of what was deleted is still to be overwritten */
  state: 'draft' | 'open' | 'closing' | 'closed';
  opensAt: string | null;
  closesAt: string | null;
  closedAt: string | null;
  /** the key under which envelopes are sealed; deleted at close */
  sealKey: string | null;
  createdBy: string;
  createdAt: string;
}
/** Who is asked, and the teams above them, as they stand when the cycle opens: a later reorganisation cuts nothing anew. */
export interface SurveyTeamTable {
  cycleId: string;
  teamId: string;
  key: string;
  name: string;
  /** another team of this cycle, or null */
  parentId: string | null;
  /** how many people of this very team are invited; 0: it only holds others together */
  invited: number;
}
/** One token. It never stands beside an answer. */
export interface InvitationTable {
  id: string;
  cycleId: string;
  teamId: string;
  tokenHash: string;
  /** 0 or 1; no time is kept */
  spent: number;
  voided: number;
  /** by e-mail: what ties this link to those sent before to the same address, by a key that ends with the cycle; else null */
  slot: string | null;
}
/** Where a survey goes by e-mail: never beside a link, and gone at the close. */
export interface SurveyAddressTable {
  id: string;
  cycleId: string;
  teamId: string;
  /** lower case */
  address: string;
  /** 0: the first mail · 1: a reminder, or the first again that may have come already */
  reminder: number;
  /** when the mail was asked for; the same for the whole team */
  askedAt: string;
  state: 'ready' | 'running' | 'sent' | 'refused';
  runAtMs: number;
  leaseUntilMs: number | null;
  attempts: number;
  /** why the newest attempt failed */
  error: string | null;
}
/** How many have answered an open survey, counted once a UTC day and then left alone; gone at the close. */
export interface ParticipationBandTable {
  cycleId: string;
  /** '' means everybody */
  teamId: string;
  countedOn: string;
  /** ratios; null: too few are invited to say anything */
  fromShare: number | null;
  toShare: number | null;
}
/** A sealed answer while the cycle is open; deleted at close. */
export interface EnvelopeTable {
  id: string;
  cycleId: string;
  sealed: string;
}
/** An opened answer under a random id: no token, person, address or time. */
export interface SurveyAnswerTable {
  id: string;
  cycleId: string;
  /** the smallest group of the minimum size that it belongs to; null: everybody */
  teamId: string | null;
  capability: string | null;
  /** JSON: question → answer, without comments */
  answers: string;
}
/** A comment, apart from its answer, under an id of its own. */
export interface SurveyCommentTable {
  id: string;
  cycleId: string;
  /** the smallest group that may read it; null: everybody */
  teamId: string | null;
  question: string;
  capability: string | null;
  text: string;
}
/** What was released at close, after suppression: the only thing screens, exports and scores read. */
export interface SurveyResultTable {
  cycleId: string;
  question: string;
  capability: string;
  /** `all` or `team:<key>` */
  audience: string;
  /** banded: nearly all gave the same answer, stored as 90 % / 10 % with n at the foot of its band */
  shown: 'exact' | 'banded' | 'hidden';
  /** JSON: a `surveys` entry of the bundle */
  result: string;
  releasedAt: string;
}

// ── scorecards and assessments ──────────────────────────────────────────────────────────────────────────────────────
export interface CurrentScorecardTable {
  platformId: string;
  asOf: string;
  /** JSON: the scorecard, whole or as server/assessments/stored-scorecard.ts shortens it; null while no recompute has ever succeeded */
  scorecard: string | null;
  /** null also where nobody has asked for it yet */
  bundleSha256: string | null;
  /** why the newest recompute failed, or null; the scorecard is then the last good one */
  error: string | null;
  /** when the newest recompute failed */
  failedAt: string | null;
  /** JSON: what moved, where it goes and what to do next; null: stored before that was worked out */
  insights: string | null;
  /** another number after every change of the row */
  revision: Generated<number>;
  /** 1: traces and insights are those of an earlier scorecard, whose evidence was another */
  behind: Generated<number>;
}
/** The trace of each cell behind the current scorecard, so that no page scores while it waits. */
export interface CurrentExplanationTable {
  platformId: string;
  capability: string;
  aspect: string;
  /** JSON explanation */
  explanation: string;
}
/** One row a day and platform: cells and flips for the trend, no traces. */
export interface ScorecardDayTable {
  platformId: string;
  day: string;
  asOf: string;
  rubricId: string;
  rubricVersion: string;
  rubricSha256: string;
  percentToTarget: number | null;
  percentLow: number | null;
  percentHigh: number | null;
  /** JSON: [capability, aspect, level, low, high, coverage, target] of each cell */
  cells: string;
  /** JSON: criteria whose state differs from the day before */
  flips: string;
}
/** Content-addressed text: rubrics, bundles, scorecards, and what else a frozen quarter keeps. */
export interface DocumentTable {
  sha256: string;
  kind: 'rubric' | 'bundle' | 'scorecard' | 'backlog';
  content: string;
}
/** A rubric that was written and published here. It never changes; its text as scored is the document under its hash. */
export interface RubricVersionTable {
  packId: string;
  version: string;
  sha256: string;
  /** JSON: the files as they were written, translations included */
  files: string;
  /** what changed, in the publisher's words */
  note: string;
  /** the person's name */
  publishedBy: string;
  /** the person or token behind that name; null: published before ids were kept */
  publishedById: string | null;
  publishedAt: string;
}
/** A rubric that somebody is writing: for the editors of one platform, and no score rests on it. */
export interface RubricDraftTable {
  id: string;
  platformId: string;
  /** the version that it began as a copy of; null: from files of its own */
  basedOnId: string | null;
  basedOnVersion: string | null;
  /** JSON: files, each with its name and text */
  files: string;
  /** another number after every change: two people who change it at once cannot overwrite each other */
  version: number;
  /** the person's name */
  savedBy: string;
  /** the person or token behind that name; null: saved before ids were kept */
  savedById: string | null;
  savedAt: string;
}
export interface AssessmentTable {
  id: string;
  platformId: string;
  /** the platform's name when the quarter was frozen */
  platformName: string;
  /** the published assessment that it is compared with: the newest earlier period when it was frozen */
  previousId: string | null;
  /** period label, such as 2026-Q3 */
  period: string;
  state: 'in_review' | 'published' | 'superseded';
  asOf: string;
  scoring: number;
  rubricId: string;
  rubricVersion: string;
  rubricSha256: string;
  bundleSha256: string;
  scorecardSha256: string;
  /** the backlog when the quarter was frozen; null: frozen before backlogs were kept */
  backlogSha256: string | null;
  note: string | null;
  /** JSON array of sentences: what is asked of the reader */
  asks: string;
  /** why a published quarter was frozen anew; null: it was not */
  correction: string | null;
  /** the person's name */
  frozenBy: string;
  frozenAt: string;
  publishedBy: string | null;
  publishedAt: string | null;
}
/** What somebody has written for the report of a quarter that is not published yet. */
export interface ReportDraftTable {
  platformId: string;
  period: string;
  note: string | null;
  /** JSON array of sentences: what is asked of the reader */
  asks: string;
  /** the person's name */
  savedBy: string;
  /** the person or token behind that name; null: saved before ids were kept */
  savedById: string | null;
  savedAt: string;
}

// ── backlog ─────────────────────────────────────────────────────────────────────────────────────────────────────────
export interface ImprovementTable {
  id: string;
  platformId: string;
  title: string;
  notes: string;
  /** who sees to it: a person or a team, or nobody yet */
  ownerUserId: string | null;
  ownerTeamId: string | null;
  dueOn: string | null;
  /** person-days; null: nobody has said */
  effortDays: number | null;
  /** verified and not confirmed are set by an evaluation, never by hand */
  state: 'proposed' | 'planned' | 'doing' | 'done' | 'verified' | 'not_confirmed' | 'dropped';
  /** order within its state, ascending */
  position: number;
  /** another number after every change: two people who change it at once cannot overwrite each other */
  version: number;
  /** account of whoever proposed it */
  createdBy: string;
  createdAt: string;
  updatedAt: string;
  /** when work on it first began */
  startedAt: string | null;
  /** when it was last called done */
  closedAt: string | null;
  /** JSON: the change of percent to target if its criteria were met, as computed when they were last changed; null: not known */
  predicted: string | null;
  /** JSON: the difference that its criteria made under the evidence that verified it; null: not verified */
  measured: string | null;
  /** person-days that it took in the end; null: nobody has said */
  actualDays: number | null;
  campaignId: string | null;
  /** how another system calls it: a second import changes it and adds nothing */
  externalKey: string | null;
}
/** A criterion that an improvement should flip. */
export interface ImprovementCriterionTable {
  improvementId: string;
  criterion: string;
  /** '' means the platform as a whole */
  capability: string;
  /** its state when work began (when it was added, until then); null: there was no scorecard */
  stateBefore: 'not_applicable' | 'announced' | 'exempt' | 'met' | 'not_met' | 'unknown' | null;
  /** where answers are added up: what its answer counted then; null: not known, or levels are gated */
  valueBefore: Generated<number | null>;
}
/** Every state that an improvement came into. */
export interface ImprovementMoveTable {
  improvementId: string;
  /** of the improvement, after the move */
  version: number;
  state: ImprovementTable['state'];
  at: string;
}
/** A set of places to be met until a day. */
export interface CampaignTable {
  id: string;
  platformId: string;
  name: string;
  notes: string;
  state: 'planned' | 'running' | 'ended';
  dueOn: string;
  /** another number after every change: two people who change it at once cannot overwrite each other */
  version: number;
  /** account of whoever made it */
  createdBy: string;
  createdAt: string;
  updatedAt: string;
  startedAt: string | null;
  endedAt: string | null;
  /** evidence: everything was met · person: somebody ended it; null: it has not ended */
  endedBy: 'evidence' | 'person' | null;
}
/** A what-if that somebody gave a name; what it comes to is worked out on the evidence of the day. */
export interface ScenarioTable {
  id: string;
  platformId: string;
  name: string;
  description: string;
  /** JSON: what is assumed, with the titles that the criteria had */
  assumptions: string;
  version: number;
  /** the account */
  createdBy: string;
  createdAt: string;
  updatedAt: string;
}
/** A criterion that a campaign wants met. */
export interface CampaignPlaceTable {
  campaignId: string;
  criterion: string;
  /** '' means the platform as a whole */
  capability: string;
}
/** Who sees to a capability in a campaign where it is not its owner. */
export interface CampaignOwnerTable {
  campaignId: string;
  /** '' means the platform as a whole */
  capability: string;
  ownerUserId: string | null;
  ownerTeamId: string | null;
}

/** Person-days to bring a criterion where one wants it, in place of what the rubric says. */
export interface EffortEstimateTable {
  platformId: string;
  criterion: string;
  /** '' means the platform as a whole */
  capability: string;
  days: number;
}

/** An issue tracker that improvements of a platform are kept in step with, of a kind of server/trackers. */
export interface TrackerTable extends ConnectionTable {
  /** when it was last asked how its place is called now */
  placeAtMs: number | null;
  /** JSON: up to where changes have been read; null: not yet */
  cursor: string | null;
  /** how many runs in a row failed */
  failures: number;
  /** it is not called before: after a failure, or because it asked for silence */
  holdUntilMs: number | null;
  /** 1: it asked for silence until then */
  limited: number;
  /** why the newest run failed */
  error: string | null;
  errorSince: string | null;
}
/** The one issue of an improvement. What waits to be written is known by the version of the improvement. */
export interface TrackerLinkTable {
  improvementId: string;
  trackerId: string;
  /** waiting: never reached yet · broken: the issue is gone, and nothing happens by itself any more */
  state: 'waiting' | 'linked' | 'broken';
  /** how the tracker finds the issue; null: it is still to be made */
  ref: string | null;
  /** how people call it */
  name: string | null;
  address: string | null;
  /** JSON: both sides when they last met; null: not yet */
  seen: string | null;
  /** the version of the improvement that the issue knows; 0: none */
  seenVersion: number;
  linkedAt: string;
  /** when the issue was first tried to be made: from then on it may be there */
  triedAtMs: number | null;
  lookedAtMs: number | null;
  /** failures in a row */
  attempts: number;
  retryAtMs: number | null;
  /** why the newest attempt failed, or why it is broken */
  error: string | null;
}

// ── notices ─────────────────────────────────────────────────────────────────────────────────────────────────────────
/** What somebody chose; without a row the kind's default holds. */
export interface NoticePreferenceTable {
  userId: string;
  /** key of server/notices/kinds */
  kind: string;
  wanted: number;
}
/** One message to one person, from the queue to its end. Its text is made when it is sent, and not kept. */
export interface DeliveryTable {
  id: string;
  /** key of server/notifiers */
  channel: string;
  kind: string;
  userId: string;
  platformId: string;
  /** dropped: there was nothing left to say when its turn came · given_up: refused, or tried long enough */
  state: 'ready' | 'running' | 'sent' | 'dropped' | 'given_up';
  runAtMs: number;
  leaseUntilMs: number | null;
  attempts: number;
  /** why the newest attempt failed */
  error: string | null;
  queuedAtMs: number;
  settledAtMs: number | null;
}
/** What a delivery tells. One a kind, person, subject and occasion: nobody is told anything twice. */
export interface NoticeTable {
  deliveryId: string;
  channel: string;
  kind: string;
  userId: string;
  platformId: string;
  /** id of what it is about */
  subject: string;
  /** such as `14-days` */
  occasion: string;
}

// ── jobs ────────────────────────────────────────────────────────────────────────────────────────────────────────────
export interface JobTable {
  id: Generated<number>;
  kind: string;
  payload: string;
  /** unique over all states: one job a key (kind, subject and scheduled time), also when several replicas tick */
  dedupeKey: string | null;
  state: 'ready' | 'running' | 'done' | 'failed';
  runAtMs: number;
  leaseUntilMs: number | null;
  attempts: number;
  error: string | null;
}

/** Steps of db/migrations that this database has been through. */
export interface MigrationTable {
  name: string;
  appliedAt: string;
}

export interface Database {
  migration: MigrationTable;
  platform: PlatformTable;
  capability: CapabilityTable;
  team: TeamTable;
  pastTeam: PastTeamTable;
  target: TargetTable;
  itemTarget: ItemTargetTable;
  pastSettings: PastSettingsTable;
  user: UserTable;
  session: SessionTable;
  account: AccountTable;
  verification: VerificationTable;
  rateLimit: RateLimitTable;
  passwordLink: PasswordLinkTable;
  roleGrant: RoleGrantTable;
  apiToken: ApiTokenTable;
  setUpLink: SetUpLinkTable;
  auditEntry: AuditEntryTable;
  series: SeriesTable;
  sample: SampleTable;
  replacedSample: ReplacedSampleTable;
  latestSample: LatestSampleTable;
  sampleDay: SampleDayTable;
  packedDay: PackedDayTable;
  dirtyDay: DirtyDayTable;
  sourceRun: SourceRunTable;
  source: SourceTable;
  sourceFailure: SourceFailureTable;
  idempotency: IdempotencyTable;
  attestation: AttestationTable;
  exemption: ExemptionTable;
  selfAssessment: SelfAssessmentTable;
  selfAssessmentImport: SelfAssessmentImportTable;
  ratingRound: RatingRoundTable;
  ratingAssessor: RatingAssessorTable;
  rating: RatingTable;
  ratingConsensus: RatingConsensusTable;
  surveyCycle: SurveyCycleTable;
  surveyTeam: SurveyTeamTable;
  invitation: InvitationTable;
  envelope: EnvelopeTable;
  surveyAnswer: SurveyAnswerTable;
  surveyComment: SurveyCommentTable;
  surveyResult: SurveyResultTable;
  surveyAddress: SurveyAddressTable;
  participationBand: ParticipationBandTable;
  currentScorecard: CurrentScorecardTable;
  currentExplanation: CurrentExplanationTable;
  scorecardDay: ScorecardDayTable;
  document: DocumentTable;
  rubricVersion: RubricVersionTable;
  rubricDraft: RubricDraftTable;
  assessment: AssessmentTable;
  reportDraft: ReportDraftTable;
  improvement: ImprovementTable;
  improvementCriterion: ImprovementCriterionTable;
  improvementMove: ImprovementMoveTable;
  tracker: TrackerTable;
  trackerLink: TrackerLinkTable;
  campaign: CampaignTable;
  campaignPlace: CampaignPlaceTable;
  campaignOwner: CampaignOwnerTable;
  effortEstimate: EffortEstimateTable;
  scenario: ScenarioTable;
  noticePreference: NoticePreferenceTable;
  delivery: DeliveryTable;
  notice: NoticeTable;
  job: JobTable;
}
