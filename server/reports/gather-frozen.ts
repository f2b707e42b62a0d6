import type { Kysely } from 'kysely';
import { type Assessment, listAssessments } from '#db/queries/assessments.ts';
import { findDocuments } from '#db/queries/documents.ts';
import type { Database } from '#db/schema.ts';
import { scorecardSchema } from '#rubrics/scoring/scorecard.ts';
import { summarise } from '../assessments/assessment-summary.ts';
import { listBreaks } from '../assessments/list-breaks.ts';
import { readFrozen } from '../assessments/read-frozen.ts';
import { nameOwners } from '../backlog/snapshot-backlog.ts';
import { buildReportModel } from './build-report-model.ts';
import { compareFrozen } from './compare-frozen.ts';
import { editionOf } from './edition.ts';
import { english } from './english.ts';
import { type Basis, gatherMaterial, type Material } from './report-material.ts';
import type { QuarterPoint, ReportSource } from './report-model.ts';

const QUARTERS_SHOWN = 12;

/** The report of a frozen quarter with all that it comes from: frozen documents, and the state that the quarter is in now. */
export async function gatherFrozen(db: Kysely<Database>, assessment: Assessment): Promise<ReportSource> {
  const all = await listAssessments(db, assessment.platformId);
  const frozen = await readFrozen(db, assessment);
  const edition = editionOf(assessment, replacementOf(assessment, all));
  const { rubric, bundle, scorecard } = frozen;
  // names are as they stand: a frozen document can forget nobody
  const backlog = frozen.backlog === null ? null : await nameOwners(db, frozen.backlog);
  const chain = chainOf(assessment, all);
  const material = await compareWithChain(db, { edition, rubric, bundle, scorecard, backlog }, chain.slice(0, -1));
  return { summary: summarise(assessment), frozen, material, report: buildReportModel(material) };
}

/** What a report is made of, held against the quarters before it, the last of them last. */
export async function compareWithChain(
  db: Kysely<Database>,
  basis: Basis,
  earlier: readonly Assessment[],
): Promise<Material> {
  const before = earlier.at(-1);
  const change = before === undefined ? null : compareFrozen(await readFrozen(db, before), basis);
  const { asOf, percentToTarget, rubric } = basis.scorecard;
  const now: QuarterPoint = { period: basis.edition.period, asOf, percentToTarget, rubric };
  const history = [...(await readHistory(db, earlier)), now];
  const breaks = before === undefined ? [] : await listBreaks(db, before.platformId, history.map(dayOfPoint));
  return gatherMaterial({ ...basis, texts: english, change, history, breaks });
}

const dayOfPoint = ({ asOf, rubric }: QuarterPoint) => ({
  day: asOf.slice(0, 'YYYY-MM-DD'.length),
  rubricId: rubric.id,
  rubricVersion: rubric.version,
  rubricSha256: rubric.sha256,
});

/** The quarters that this one was frozen after, oldest first and itself last: each names the one before it, for good. */
export function chainOf(assessment: Assessment, all: readonly Assessment[]): Assessment[] {
  const byId = new Map(all.map((row) => [row.id, row]));
  const chain = [assessment];
  for (let at: Assessment | undefined = assessment; at?.previousId && chain.length < QUARTERS_SHOWN; ) {
    at = byId.get(at.previousId);
    if (at !== undefined) chain.unshift(at);
  }
  return chain;
}

/** The assessment that took the place of one that had been published. */
function replacementOf({ period, publishedAt, state }: Assessment, all: readonly Assessment[]): Assessment | null {
  if (state !== 'superseded' || publishedAt === null) return null;
  const later = all.filter((row) => row.period === period && row.publishedAt !== null && row.publishedAt > publishedAt);
  return later.toSorted((a, b) => ((a.publishedAt ?? '') < (b.publishedAt ?? '') ? -1 : 1))[0] ?? null;
}

async function readHistory(db: Kysely<Database>, chain: readonly Assessment[]): Promise<QuarterPoint[]> {
  const hashes = [...new Set(chain.map(({ scorecardSha256 }) => scorecardSha256))];
  const texts = await findDocuments(db, hashes);
  return chain.flatMap(({ period, asOf, scorecardSha256 }) => {
    const text = texts.get(scorecardSha256);
    if (text === undefined) return [];
    const { percentToTarget, rubric } = scorecardSchema.parse(JSON.parse(text));
    return [{ period, asOf, percentToTarget, rubric }];
  });
}
