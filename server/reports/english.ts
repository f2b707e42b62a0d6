import type { Reason } from '#rubrics/scoring/states.ts';

const LOCALE = 'en';
const percentFormat = new Intl.NumberFormat(LOCALE, { style: 'percent', maximumFractionDigits: 0 });
const pointsFormat = new Intl.NumberFormat(LOCALE, { maximumFractionDigits: 1, signDisplay: 'exceptZero' });
const dateFormat = new Intl.DateTimeFormat(LOCALE, { dateStyle: 'long', timeZone: 'UTC' });
const dayFormat = new Intl.DateTimeFormat(LOCALE, { dateStyle: 'medium', timeZone: 'UTC' });
const timeFormat = new Intl.DateTimeFormat(LOCALE, { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' });

const UNKNOWN = 'not known yet';
const count = (n: number, one: string, other: string) => `${n} ${n === 1 ? one : other}`;
const listFormat = new Intl.ListFormat(LOCALE, { type: 'conjunction' });

/** Everything a report says, in English. Another language is another file of the same shape. */
export const english = {
  percent: (ratio: number | null) => (ratio === null ? UNKNOWN : percentFormat.format(ratio)),
  range: (low: number | null, high: number | null) =>
    low === null || high === null ? UNKNOWN : `${percentFormat.format(low)} to ${percentFormat.format(high)}`,
  points: (ratio: number) => `${pointsFormat.format(ratio * 100)} points`,
  date: (time: string) => dateFormat.format(new Date(time)),
  /** short, for tables */
  day: (time: string) => dayFormat.format(new Date(time)),
  time: (time: string) => `${timeFormat.format(new Date(time))} UTC`,
  list: (words: string[]) => listFormat.format(words),
  unknown: UNKNOWN,
  none: '–',
  yes: 'yes',
  no: 'no',

  cover: {
    title: (platform: string, period: string) => `${platform}, ${period}`,
    line: (asOf: string, model: string) => `Evidence as of ${asOf}, held against the ${model}`,
    footer: (given: { platform: string; period: string; rubric: string; coverage: string }) =>
      `${given.platform} · ${given.period} · ${given.rubric} · ${given.coverage} covered`,
    in_review: 'In review: this quarter has been frozen and not been published yet.',
    superseded: 'Superseded: a later assessment of this quarter has taken its place, or its review ended without one.',
    published: '',
  },

  cell: {
    /** kept on one line */
    level: (level: number, name: string) => `${level}\u00a0${name}`,
    upTo: (high: number) => `up to ${high} if the unknown turns out well`,
    target: (target: number) => `target ${target}`,
    covered: (coverage: string) => `${coverage} covered`,
    claimedOnly: (claimed: number) => `claimed ${claimed}, no evidence`,
    not_offered: 'not offered',
    not_applicable: 'does not apply',
    marks: {
      symptom: 'a symptom holds it down',
      stale: 'some evidence is stale',
      exempt: 'rests on an exemption',
      inherited: 'inherited from the platform',
      ahead: 'ahead in places',
    },
  },

  summary: {
    title: 'Summary',
    toTarget: 'of the way to target',
    toTargetNote: (range: string) => `${range} if the unknown is counted`,
    since: (period: string) => `since ${period}`,
    sinceFirst: 'first assessment',
    sinceFirstNote: 'the next one will say what moved',
    sinceNote: (evidence: string, rubric: string) => `${evidence} by evidence, ${rubric} by the rubric`,
    sinceSameRubric: 'under the same rubric',
    coverage: 'of the evidence is there',
    coverageNote: (stale: number) =>
      count(stale, 'criterion rests on stale evidence', 'criteria rest on stale evidence'),
    atTarget: 'cells at their target',
    atTargetNote: (short: number, further: number) => `${short} one level short, ${further} further away`,
    strengths: (names: string[], value: string) => `Closest to target, at ${value}: ${listFormat.format(names)}.`,
    weaknesses: (names: string[], value: string) =>
      `The longest way to go, from ${value}: ${listFormat.format(names)}.`,
    moved: (up: number, down: number) =>
      up + down === 0
        ? 'No cell changed its level since then.'
        : `${count(up, 'cell rose', 'cells rose')} and ${count(down, 'cell fell', 'cells fell')} since then.`,
    thin: (names: string[]) =>
      names.length === 0
        ? 'Every capability has at least half of its evidence.'
        : `Read with care what is said of ${listFormat.format(names)}: less than half of the evidence is there.`,
    asked: 'What would help most',
    ask: (given: { title: string; id: string; cells: number; notMet: number; unknown: number }) => {
      const where = count(given.cells, 'cell', 'cells');
      const parts = [
        given.notMet > 0 ? `not met in ${given.notMet}` : '',
        given.unknown > 0 ? `not known in ${given.unknown}` : '',
      ].filter((part) => part !== '');
      return `${given.title} (${given.id}; ${where} below target: ${parts.join(', ')})`;
    },
    askSymptom: (title: string, id: string, cells: number) =>
      `Get rid of a symptom: ${title} (${id}; holds down ${count(cells, 'cell', 'cells')})`,
    nothingAsked: 'Every cell is at its target.',
    note: (name: string, note: string) => `A note from ${name}: ${note}`,
  },

  levels: {
    title: 'Where each capability stands',
    even: 'All aspects are equally far from their targets',
    map: (best: string[], worst: string[]) =>
      `${listFormat.format(best)} ${best.length === 1 ? 'leads' : 'lead'}; ${listFormat.format(worst)} ${worst.length === 1 ? 'has' : 'have'} the longest way to go`,
    mapNote:
      'Filled: the level. Hatched: possible, if what is unknown turns out well. Notch: the target. Base line: how much of the evidence is there. Thin outline: claimed only. Dotted: not offered.',
    capabilities: (reached: number, all: number) =>
      `${reached} of ${count(all, 'capability', 'capabilities')} at target`,
    barNote: 'Percent to target; the thin line is the range if the unknown is counted.',
  },

  changes: {
    title: 'What changed, and why',
    first: 'This is the first published quarter, so there is nothing to compare it with yet.',
    split: (given: { period: string; total: string; evidence: string; rubric: string }) =>
      `Since ${given.period} the way to target changed by ${given.total}: ${given.evidence} come from evidence, ${given.rubric} from the new version of the rubric. What follows compares both quarters under the new one.`,
    same: (period: string, total: string) =>
      `Since ${period} the way to target changed by ${total}, under the same rubric.`,
    unknown: (period: string) => `The way to target cannot be compared with ${period}: one of the two is not known.`,
    moved: (n: number) => `${count(n, 'cell changed its level', 'cells changed their level')}`,
    columns: { cell: 'Cell', from: 'Before', to: 'Now', why: 'Criteria behind it' },
    nothing: 'No cell changed its level.',
    flip: (id: string, state: string) => `${id} ${state}`,
    quarters: 'The published quarters so far',
    quartersNote: (breaks: string[]) =>
      breaks.length === 0
        ? ''
        : `The rubric changed at ${listFormat.format(breaks)}: values before and after are not comparable.`,
  },

  states: {
    met: 'now met',
    not_met: 'no longer met',
    unknown: 'no longer known',
    exempt: 'now exempt',
    not_applicable: 'no longer applies',
    announced: 'only announced',
    absent: 'gone',
  },

  capabilities: {
    title: 'Capability by capability',
    heading: (name: string, value: string) => `${name}: ${value} of the way to target`,
    headingOut: (name: string) => `${name}: not offered`,
    owner: (team: string | null) => (team === null ? 'No team owns it.' : `Owned by ${team}.`),
    columns: {
      aspect: 'Aspect',
      level: 'Level',
      range: 'Range',
      target: 'Target',
      coverage: 'Covered',
      next: 'In the way',
    },
    held: (title: string, id: string) => `symptom: ${title} (${id})`,
    blocker: (title: string, id: string, state: string) => `${title} (${id}, ${state})`,
    more: (n: number) => `and ${n} more`,
    nothing: 'nothing',
    none: 'none',
    notMet: 'not met',
  },

  aspects: {
    title: 'Aspect by aspect',
    table: (aspect: string) => `${aspect} has most cells below target`,
    reached: 'Every aspect is at its targets',
    even: 'Every aspect has as many cells below target',
    columns: {
      aspect: 'Aspect',
      toTarget: 'To target',
      range: 'Range',
      median: 'Lower median',
      at: 'At target',
      below: 'Below',
    },
  },

  evidence: {
    title: 'What this rests on',
    table: (share: string) => `${share} of what is asked is decided by evidence`,
    columns: { aspect: 'Aspect', covered: 'Covered', high: 'High', medium: 'Medium', low: 'Low', none: 'None' },
    tableNote:
      'The last four columns count the cells by confidence: two kinds of evidence, and nothing required that rests on attestation alone, is high.',
    missing: (n: number) =>
      n === 0 ? 'Nothing is missing' : `${count(n, 'test is', 'tests are')} undecided, for these reasons`,
    missingColumns: { reason: 'Reason', tests: 'Tests' },
    reasons: {
      source_error: 'its source fails',
      stale: 'evidence is too old',
      no_data: 'no evidence was ever seen',
      too_few_samples: 'too few samples',
      too_few_responses: 'too few answers',
      awaiting_review: 'an attestation awaits its review',
      inconclusive: 'the answers leave it open',
    } satisfies Record<Reason, string>,
    sources: (n: number) => `${count(n, 'metric has', 'metrics have')} data`,
    sourceColumns: { metric: 'Metric', capabilities: 'Capabilities', days: 'Days with data', newest: 'Newest' },
    platform: 'the platform',
    many: (n: number) => `${n} capabilities`,
  },

  surveys: {
    title: 'Who was asked',
    none: 'No survey had been released when this quarter was frozen.',
    table: (n: number) => `${count(n, 'survey question was', 'survey questions were')} answered`,
    columns: {
      question: 'Question',
      about: 'About',
      closed: 'Closed',
      invited: 'Invited',
      answers: 'Answers',
      rate: 'Rate',
    },
    hidden: 'hidden for anonymity',
    note: 'Answers are released once, at the close of a survey, in groups that are large enough that nobody can be told from the rest.',
  },

  exemptions: {
    title: 'Exemptions',
    none: 'Nothing was exempt and nothing was set aside as not applicable.',
    table: (n: number) => `${count(n, 'exemption counts', 'exemptions count')} as met until it ends`,
    columns: {
      criterion: 'Criterion',
      capability: 'Capability',
      approved: 'Approved',
      expires: 'Ends',
      self: 'Self-approved',
    },
    notApplicable: (n: number) => `${count(n, 'criterion was', 'criteria were')} set aside as not applicable`,
  },

  method: {
    title: 'How to read this, and its limits',
    paragraphs: [
      'Each capability is held against five aspects. A level is reached when every required criterion of that level, and of those below it, is met by evidence: metrics, released survey results, or reviewed attestations.',
      'What is not known counts neither as met nor as failed. It shows as a range: low if all of it turned out badly, high if all of it turned out well. Coverage says how much is known.',
      'No level is good or bad in itself, and the highest is not the goal. There is no overall level here. Percent to target says how far the way is that the platform has set itself.',
      'The model looks at a platform as a whole and gives no scoring method. Scoring each capability by itself is an extension of it.',
    ],
    verify: (hash: string) =>
      `Anybody can check this report: export the assessment as JSON and run "npx --no plumbline verify FILE --expect ${hash}". It computes everything anew from the evidence in the file and compares the hashes.`,
    hashes: 'Three documents, by their SHA-256, make this quarter',
    columns: { document: 'Document', hash: 'SHA-256' },
    documents: { rubric: 'Rubric', bundle: 'Evidence bundle', scorecard: 'Scorecard' },
    frozen: (name: string, time: string) => `Frozen by ${name} on ${time}.`,
    published: (name: string, time: string) => `Published by ${name} on ${time}.`,
    attribution: (attribution: string, license: string) => `${attribution} Licence: ${license}.`,
  },
} as const;
export type ReportTexts = typeof english;
