import Sqlite from 'better-sqlite3';
import { packDay } from '#db/packed-days.ts';
import { dayOf } from '#rubrics/evidence/days.ts';
import { loadRubric, packsFolder } from '#rubrics/load-packs.ts';
import type { MetricDefinition } from '#rubrics/pack.ts';

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;
const rubric = loadRubric(`${packsFolder()}/cncf-platform`);
const { pack } = rubric;
const CAPABILITIES = pack.pack.capabilities;

/** Platforms a transaction, so that the log stays small. */
const AT_ONCE = 50;

/** Which questions about which capabilities a platform's survey has asked. */
const ASKED = 4;

/** A number between 0 and 1, the same on each run. */
function chance(seed: number): number {
  const mixed = Math.imul(seed ^ (seed >>> 15), 0x2c1b3c6d);
  return ((mixed ^ (mixed >>> 12)) >>> 0) / 2 ** 32;
}

const idOf = (index: number) => `platform-${String(index).padStart(4, '0')}`;

/** How well a platform does at something: much the same from one time to the next. */
const luckOf = (index: number, place: number, time: number) =>
  0.9 * chance(index * 7_919 + place * 131) + 0.1 * chance(index * 104_729 + place * 131 + time * 17);

function measured({ dimension, kind, lowerIsBetter }: MetricDefinition, luck: number): number {
  if (dimension === 'ratio') return Math.round((lowerIsBetter ? 0.5 * luck : 0.4 + 0.6 * luck) * 1e4) / 1e4;
  if (dimension === 'duration') return Math.round(kind === 'increment' ? 60 + 600 * luck : 600 + 4e5 * luck);
  return Math.round(100 * luck);
}

type Place = { metric: MetricDefinition; capability: string; labels: string };
/** Everything that a platform can be measured by. */
const PLACES: readonly Place[] = pack.metrics.flatMap((metric) =>
  (metric.scope === 'platform' ? [''] : CAPABILITIES.map(({ key }) => key)).map((capability) => ({
    ...{ metric, capability },
    labels: metric.labels === undefined ? '{}' : JSON.stringify({ [metric.labels[0] ?? '']: 'portal' }),
  })),
);
export const SERIES = PLACES.length;

/** Returns the number that the database gave. */
type Insert = (...values: (string | number | null)[]) => number;

/** Rows written as the product writes them, in one transaction; the tables come with their columns. */
function inserter(db: Sqlite.Database, table: string, columns: string): Insert {
  const marks = columns.split(',').map(() => '?');
  const names = columns.split(',').map((name) => `"${name.trim()}"`);
  const statement = db.prepare(`insert into "${table}" (${names.join(', ')}) values (${marks.join(', ')})`);
  return (...values) => Number(statement.run(...values).lastInsertRowid);
}

/** Opens a database file for filling: quickly, and not to survive a power cut. */
function openToFill(url: string): Sqlite.Database {
  const db = new Sqlite(url.slice('file:'.length));
  db.pragma('synchronous = OFF');
  db.pragma('cache_size = -262144');
  return db;
}

/** Fills a migrated SQLite database with platforms, each with weekly values of all metrics in all capabilities, and claims. */
export function seedManyPlatforms(url: string, { platforms, weeks }: { platforms: number; weeks: number }): void {
  const db = openToFill(url);
  const now = Date.now();
  const into = (table: string, columns: string) => inserter(db, table, columns);
  const platform = into('platform', 'id,key,name,timeZone,fiscalYearStartMonth,packId,packVersion,createdAt');
  const seed = makeSeeder(into, { now, weeks });
  const piece = db.transaction((from: number) => {
    for (let index = from; index < Math.min(from + AT_ONCE, platforms); index++) {
      const id = idOf(index);
      const at = new Date(now - 400 * DAY_MS).toISOString();
      platform(id, id, `Platform ${index}`, 'UTC', 1, rubric.id, rubric.version, at);
      seed(id, index);
    }
  });
  for (let from = 0; from < platforms; from += AT_ONCE) piece(from);
  db.close();
}

type Into = (table: string, columns: string) => Insert;

function makeSeeder(into: Into, { now, weeks }: { now: number; weeks: number }) {
  const target = into('target', 'platformId,capability,aspect,level');
  const capability = into(
    'capability',
    'platformId,key,name,description,ownerTeamId,provider,consumption,mandatory,weight,state,position',
  );
  const series = into('series', 'id,platformId,metric,capability,team,labels');
  const run = into('sourceRun', 'id,platformId,source,origin,startedAtMs,finishedAtMs,accepted,rejected,error');
  const writeDay = makeDayWriter(into);
  const claims = makeClaims(into, now);
  return (id: string, index: number) => {
    for (const [position, one] of CAPABILITIES.entries()) {
      const weight = 1 + (index % 3) * (position % 2);
      const { key, name, consumption, mandatory } = one;
      capability(id, key, name, '', null, null, consumption, mandatory ? 1 : 0, weight, 'offered', position);
    }
    target(id, CAPABILITIES[index % CAPABILITIES.length]?.key ?? '', 'interfaces', 4);
    const first = index * SERIES + 1;
    for (const [place, { metric, capability: of, labels }] of PLACES.entries()) {
      series(first + place, id, metric.key, of, '', labels);
    }
    for (let week = weeks; week > 0; week--) {
      const atMs = now - week * 7 * DAY_MS + 6 * DAY_MS;
      const runId = index * weeks + (weeks - week) + 1;
      run(runId, id, 'metrics-api', 'bench', atMs + HOUR_MS, atMs + HOUR_MS, SERIES, 0, null);
      writeDay({ id, first, atMs, runId, luck: (place) => luckOf(index, place, week) });
    }
    claims(id, index);
  };
}

type Day = { id: string; first: number; atMs: number; runId: number; luck: (place: number) => number };

/** A day's values, and what folding makes of them. */
function makeDayWriter(into: Into) {
  const sample = into('sample', 'atMs,seriesId,value,receivedAtMs,runId');
  const packed = into('packedDay', 'platformId,day,newestMs,packed');
  const roll = into(
    'sampleDay',
    'seriesId,day,last,lastAtMs,lastReceivedAtMs,lastRunId,newestReceivedAtMs,sum,count,min,max,valueCounts',
  );
  return ({ id, first, atMs, runId, luck }: Day) => {
    const [day, receivedAtMs] = [dayOf(atMs), atMs + HOUR_MS];
    const rows = PLACES.map(({ metric }, place) => {
      const value = measured(metric, luck(place));
      const kept = Number(value.toPrecision(3));
      return {
        ...{ seriesId: first + place, day, last: value, lastAtMs: atMs, lastReceivedAtMs: receivedAtMs },
        ...{ lastRunId: runId, newestReceivedAtMs: receivedAtMs, sum: value, count: 1, min: value, max: value },
        valueCounts: metric.kind === 'distribution' ? JSON.stringify([[kept, 1]]) : null,
      };
    });
    for (const row of rows) {
      sample(atMs, row.seriesId, row.last, receivedAtMs, runId);
      const { seriesId, last, sum, min, max, valueCounts } = row;
      roll(seriesId, day, last, atMs, receivedAtMs, runId, receivedAtMs, sum, 1, min, max, valueCounts);
    }
    packed(id, day, receivedAtMs, packDay(rows));
  };
}

/** Answers, an exemption, claims of the self-assessment and a released survey. */
function makeClaims(into: Into, now: number) {
  const attestation = into(
    'attestation',
    'id,platformId,criterion,capability,answer,link,answeredBy,answeredAt,reviewedBy,reviewedAt,review,selfApproved,expiresAt',
  );
  const exemption = into(
    'exemption',
    'id,platformId,kind,criterion,capability,reason,requestedBy,requestedAt,decidedBy,decidedAt,decision,selfApproved,expiresAt',
  );
  const claim = into('selfAssessment', 'platformId,aspect,capability,claimed,answeredBy,answeredAt');
  const survey = makeSurvey(into, now);
  const asked = pack.criteria.filter(({ test }) => 'attestation' in test);
  const [at, until] = [now - 40 * DAY_MS, now + 200 * DAY_MS].map((time) => new Date(time).toISOString());
  return (id: string, index: number) => {
    for (const [i, { id: criterion, scope, test }] of asked.entries()) {
      if (chance(index * 31 + i) < 0.3) continue;
      const places = scope === 'platform' ? [null] : CAPABILITIES.slice(0, 3).map(({ key }) => key);
      for (const of of places) {
        const answer = 'attestation' in test ? test.attestation : 'yes';
        const said = [answer, 'https://wiki.example.org/x', 'ann', at ?? ''] as const;
        attestation(`${id}-${i}-${of}`, id, criterion, of, ...said, 'bob', at ?? '', 'accepted', 0, until ?? '');
      }
    }
    const asking = ['soon', 'ann', at ?? '', 'bob', at ?? '', 'approved', 0, until ?? ''] as const;
    exemption(`${id}-0`, id, 'exemption', 'INT-2.c', 'security', ...asking);
    for (const { key } of pack.pack.aspects) claim(id, key, '', 2, 'ann', at ?? '');
    survey(id, index);
  };
}

function makeSurvey(into: Into, now: number) {
  const cycle = into(
    'surveyCycle',
    'id,platformId,title,askedBy,purpose,template,questions,capabilities,minimumGroup,minimumCommentGroup,state,createdBy,createdAt,closedAt',
  );
  const result = into('surveyResult', 'cycleId,question,capability,audience,shown,result,releasedAt');
  const at = new Date(now - 30 * DAY_MS).toISOString();
  const used = [...new Set(rubric.criteria.flatMap(({ test }) => questionsOf(test)))];
  return (id: string, index: number) => {
    const words = ['How is it?', 'The platform team', 'To get better', 'platform-experience', '[]', '[]'] as const;
    cycle(`cycle-${id}`, id, ...words, 5, 5, 'closed', 'ann', at, at);
    for (const [i, question] of used.entries()) {
      for (const { key } of CAPABILITIES.slice(0, ASKED)) {
        const n = 20 + Math.floor(chance(index + i) * 60);
        const about = { cycle: `cycle-${id}`, question, capability: key, audience: 'all', observedAt: at };
        const answers = { invited: 120, n, counts: null, mean: 30 + 60 * chance(index * 3 + i), sd: 20 };
        result(`cycle-${id}`, question, key, 'all', 'exact', JSON.stringify({ ...about, ...answers }), at);
      }
    }
  };
}

function questionsOf({ test }: (typeof rubric.criteria)[number]['test']): string[] {
  if ('children' in test) return test.children.flatMap(questionsOf);
  return test.kind === 'survey' ? [test.question] : [];
}

/** Gives every platform a new value of everything, received but not folded yet: some of them make a difference. */
export function deliverToAll(
  url: string,
  { platforms, atMs, salt }: { platforms: number; atMs: number; salt: number },
): void {
  const db = openToFill(url);
  const into = (table: string, columns: string) => inserter(db, table, columns);
  const sample = into('sample', 'atMs,seriesId,value,receivedAtMs,runId');
  const run = into('sourceRun', 'platformId,source,origin,startedAtMs,finishedAtMs,accepted,rejected,error');
  const mark = into('dirtyDay', 'day,platformId,sinceMs,version');
  db.transaction(() => {
    for (let index = 0; index < platforms; index++) {
      const id = idOf(index);
      const runId = run(id, 'metrics-api', 'bench', atMs, atMs, SERIES, 0, null);
      for (const [place, { metric }] of PLACES.entries()) {
        sample(atMs, index * SERIES + 1 + place, measured(metric, luckOf(index, place, salt)), atMs, runId);
      }
      mark(dayOf(atMs), id, atMs, salt);
    }
  })();
  db.close();
}
