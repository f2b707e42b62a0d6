import { AppError } from '../errors.ts';

/** The version of the community's questions that is read here; another major or minor one may mean something else. */
const KNOWN = '0.9.0';
const ASPECTS = ['investment', 'adoption', 'interfaces', 'operations', 'measurement'] as const;
const QUESTIONS = [1, 2, 3, 4] as const;
const KEYS = ASPECTS.flatMap((aspect) => QUESTIONS.map((question) => `${aspect}_${question}`));
export const LONGEST_LINK = 4_000;

export type PemmAspect = {
  aspect: (typeof ASPECTS)[number];
  /** of the answered questions; null: none is answered */
  mean: number | null;
  /** the mean as a claim, in steps of a half; null: not known */
  claimed: number | null;
  answered: number;
  /** the questions without an answer, by their key */
  missing: string[];
};
export type PemmReading = {
  /** null: the link does not say */
  version: string | null;
  /** what the link holds, by question */
  answers: Record<string, number>;
  aspects: PemmAspect[];
  warnings: string[];
};

/**
 * Reads a link of the CNCF community's self-assessment: twenty answers from 1 to 4 in its query, four an aspect. Only the
 * query is looked at, and nothing is fetched. An aspect is the mean of its answered questions, as the community scores it.
 */
export function readPemmLink(link: string): PemmReading {
  const query = queryOf(link);
  for (const key of new Set(query.keys())) refuseUnreadable(key, query.getAll(key));
  const answers: Record<string, number> = {};
  for (const key of KEYS) if (query.get(key)) answers[key] = Number(query.get(key));
  if (Object.keys(answers).length === 0) {
    throw new AppError(
      'BAD_REQUEST',
      'This link holds no answers. They look like "investment_1=2" behind a question mark.',
    );
  }
  const version = query.get('v') || null;
  const warnings = versionWarning(version);
  return { version, answers, aspects: ASPECTS.map((aspect) => readAspect(aspect, answers)), warnings };
}

function queryOf(link: string): URLSearchParams {
  const text = link.trim();
  if (text.length > LONGEST_LINK) throw new AppError('BAD_REQUEST', 'This is too long to be a link of the assessment.');
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(text)?.[1]?.toLowerCase();
  if (scheme !== undefined && scheme !== 'http' && scheme !== 'https') {
    throw new AppError('BAD_REQUEST', 'A link begins with http:// or https://.');
  }
  const [beforeHash = ''] = text.split('#', 1);
  return new URLSearchParams(beforeHash.slice(beforeHash.indexOf('?') + 1));
}

/** What cannot be read is named, never guessed; parameters that have nothing to do with answers are left alone. */
function refuseUnreadable(key: string, values: string[]): void {
  const isAnswer = /^[a-z]{1,30}_\d{1,4}$/.test(key);
  if (!isAnswer && key !== 'v') return;
  if (values.length > 1) throw new AppError('BAD_REQUEST', `"${key}" stands ${values.length} times in this link.`);
  const [value = ''] = values;
  if (isAnswer && !KEYS.includes(key)) {
    throw new AppError('BAD_REQUEST', `"${key}" is no question of version ${KNOWN}, so this link cannot be read.`);
  }
  if (value === '') return;
  const shown = value.length > 20 ? `${value.slice(0, 20)}…` : value;
  if (isAnswer && !/^[1-4]$/.test(value)) {
    throw new AppError('BAD_REQUEST', `"${key}" is "${shown}". An answer is 1, 2, 3 or 4.`);
  }
  if (key === 'v' && !/^\d{1,4}\.\d{1,4}\.\d{1,4}$/.test(value)) {
    throw new AppError('BAD_REQUEST', `"v" is "${shown}". A version looks like ${KNOWN}.`);
  }
}

function versionWarning(version: string | null): string[] {
  if (version === null) return [`The link does not say its version. It was read as ${KNOWN}; it may be cut short.`];
  const [major, minor] = version.split('.').map(Number);
  const [knownMajor, knownMinor] = KNOWN.split('.').map(Number);
  if (major !== knownMajor) {
    return [
      `The link is of version ${version}, and ${KNOWN} is read here. Answers may have changed their meaning: check each claim.`,
    ];
  }
  if (minor === knownMinor) return [];
  return [`The link is of version ${version}, and ${KNOWN} is read here. Questions may differ: check each claim.`];
}

function readAspect(aspect: PemmAspect['aspect'], answers: Record<string, number>): PemmAspect {
  const keys = QUESTIONS.map((question) => `${aspect}_${question}`);
  const given = keys.flatMap((key) => answers[key] ?? []);
  const missing = keys.filter((key) => answers[key] === undefined);
  const answered = given.length;
  if (answered === 0) return { aspect, mean: null, claimed: null, answered, missing };
  const sum = given.reduce((total, answer) => total + answer, 0);
  return {
    aspect,
    mean: Math.round((sum / answered) * 100) / 100,
    claimed: nearestHalf(sum, answered),
    answered,
    missing,
  };
}

/** The half nearest to sum / count, in integers; half-way between two it is the lower one. */
const nearestHalf = (sum: number, count: number) => Math.ceil((4 * sum - count) / (2 * count)) / 2;
