import { z } from 'zod';
import { listCampaigns } from '#db/queries/campaigns.ts';
import { listCapabilities } from '#db/queries/catalogue.ts';
import { type ImprovementRow, listImprovementCriteria, listImprovements } from '#db/queries/improvements.ts';
import { listUsers } from '#db/queries/people.ts';
import type { Fields, FileRow, PlannedRow } from '../catalogue/files/catalogue-file.ts';
import { readCells, refuseTwins } from '../catalogue/files/read-cells.ts';
import type { Platform } from '../catalogue/find-platform.ts';
import type { Context } from '../context.ts';
import { rubricOf } from '../rubrics/rubric-of.ts';
import { type CriterionPlace, dueField, notesField, titleField } from './improvement-fields.ts';
import { STATES_FROM_FILE } from './improvements-file.ts';
import { listOwners } from './list-owners.ts';
import { keep, type Owner, readCampaign, readDays, readOwner, readPlaces } from './read-improvement-row.ts';
import { writePlaces } from './write-places.ts';

/** A row with what it means; `held`: the improvement that has this key already. */
export type PlannedImprovement = {
  planned: PlannedRow;
  held: ImprovementRow | null;
  places: CriterionPlace[];
  owner: Owner | null;
  campaignId: string | null;
  values: {
    title: string;
    notes: string;
    dueOn: string | null;
    effortDays: number | null | undefined;
    actualDays: number | null;
    state: (typeof STATES_FROM_FILE)[number];
  };
};

export type ImprovementsAround = Awaited<ReturnType<typeof readAround>>;

/** Decides what every row of a file would make of the backlog; writes nothing. */
export async function planImprovements(
  ctx: Context,
  platform: Platform,
  rows: readonly FileRow[],
): Promise<PlannedImprovement[]> {
  const around = await readAround(ctx, platform);
  const planned = rows.map((row) => planRow(row, around));
  refuseTwins(
    planned.map((one) => one.planned),
    'external_key',
  );
  refuseSecondNames(planned);
  return planned;
}

/** What has a key of its own can be named by its id as well, but not by both. */
function refuseSecondNames(rows: readonly PlannedImprovement[]): void {
  const first = new Map<string, PlannedRow>();
  for (const { held, planned } of rows) {
    if (held === null) continue;
    const above = first.get(held.id);
    if (above === undefined) first.set(held.id, planned);
    else if (above.subject !== planned.subject) {
      const reason = `This is what row ${above.row} calls “${above.subject}”.`;
      planned.problems.push({ column: 'external_key', reason });
    }
  }
}

async function readAround(ctx: Context, platform: Platform) {
  const [improvements, criteria, capabilities, campaigns, owners, users] = await Promise.all([
    listImprovements(ctx.db, platform.id),
    listImprovementCriteria(ctx.db, { platformId: platform.id }),
    listCapabilities(ctx.db, platform.id),
    listCampaigns(ctx.db, platform.id),
    listOwners(ctx.db, platform.id),
    listUsers(ctx.db),
  ]);
  const places = Map.groupBy(criteria, ({ improvementId }) => improvementId);
  return {
    held: new Map(improvements.flatMap((row) => [row.id, row.externalKey ?? row.id].map((key) => [key, row] as const))),
    placesOf: (id: string): CriterionPlace[] =>
      (places.get(id) ?? []).map(({ criterion, capability }) => ({ criterion, capability: capability || null })),
    rubric: new Map(rubricOf(platform).pack.criteria.map((one) => [one.id, one])),
    capabilities: new Map(capabilities.filter(({ state }) => state !== 'archived').map((one) => [one.key, one])),
    campaigns,
    owners,
    emails: new Map(users.map(({ id, email }) => [id, email.toLowerCase()])),
  };
}

function planRow(row: FileRow, around: ImprovementsAround): PlannedImprovement {
  const cells = readCells(row);
  const key = cells.text('external_key') ?? '';
  const held = around.held.get(key) ?? null;
  const before = held && describeHeld(held, around);
  cells.check('external_key', z.string().min(1, 'Say how this is called where it comes from.').max(120), key);
  const places = readPlaces(cells, around, held);
  const owner = readOwner(cells, around, held);
  const campaignId = readCampaign(cells, around, held);
  const effort = readDays(cells, 'effort_days');
  const values = {
    title: cells.text('title') ?? held?.title ?? '',
    notes: keep(cells.clearable('notes'), held?.notes) ?? '',
    dueOn: keep(cells.clearable('due_on'), held?.dueOn) ?? null,
    // of something new, left out, it is what is estimated for its criteria
    effortDays: effort === undefined ? held?.effortDays : effort,
    actualDays: keep(readDays(cells, 'actual_days'), held?.actualDays) ?? null,
    // of what is here already its state is none of the file's
    state: (held === null ? cells.oneOf('state', STATES_FROM_FILE) : undefined) ?? ('proposed' as const),
  };
  cells.check('title', titleField, values.title);
  cells.check('notes', notesField, values.notes);
  cells.check('due_on', dueField.nullable(), values.dueOn);
  const after = describe({ ...values, places, owner, campaignId }, around);
  const planned = { row: row.row, subject: key, before, after, problems: cells.problems };
  return { planned, held, places, owner, campaignId, values };
}

type Said = PlannedImprovement['values'] & Pick<PlannedImprovement, 'places' | 'owner' | 'campaignId'>;

/** An improvement as a row of the file. */
function describe(said: Said, { campaigns, owners }: ImprovementsAround): Fields {
  const { places, owner, campaignId, title, notes, dueOn, effortDays, actualDays } = said;
  const person = owners.people.find(({ id }) => id === owner?.ownerUserId)?.name;
  return {
    ...{ title, places: writePlaces(places), notes, due_on: dueOn ?? '' },
    owner: person ?? owner?.ownerTeamKey ?? owner?.ownerUserId ?? '',
    effort_days: effortDays === null || effortDays === undefined ? '' : String(effortDays),
    actual_days: actualDays === null ? '' : String(actualDays),
    campaign: campaigns.find(({ id }) => id === campaignId)?.name ?? '',
  };
}

function describeHeld(held: ImprovementRow, around: ImprovementsAround): Fields {
  const { title, notes, dueOn, effortDays, actualDays, campaignId, ownerUserId, teamKey } = held;
  const owner = ownerUserId === null && teamKey === null ? null : { ownerUserId, ownerTeamKey: teamKey };
  const values = { title, notes, dueOn, effortDays, actualDays, state: 'proposed' as const };
  return describe({ ...values, places: around.placesOf(held.id), owner, campaignId }, around);
}
