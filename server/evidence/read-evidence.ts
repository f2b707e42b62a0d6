import type { Kysely } from 'kysely';
import { listItemTargets } from '#db/queries/item-targets.ts';
import { listPackedDays, listPlatformsBefore } from '#db/queries/packed-days.ts';
import { listDirtyDaysOfMany } from '#db/queries/sample-days.ts';
import { listCapabilitiesOfMany, listChangedSince, listTargetsOfMany } from '#db/queries/settings-of-many.ts';
import { listSourcesOfRuns } from '#db/queries/source-runs.ts';
import type { Database } from '#db/schema.ts';
import type { Bundle } from '#rubrics/evidence/bundle.ts';
import { dayOf } from '#rubrics/evidence/days.ts';
import { type Evidence, indexClaims, settingsKeyOf } from '#rubrics/evidence/load-bundle.ts';
import { sortClaims, sortSettings } from '#rubrics/evidence/sort-bundle.ts';
import type { Rubric } from '#rubrics/rubric.ts';
import { describeSettings } from '../catalogue/read-settings.ts';
import { BUNDLE_DAYS } from './assemble-bundle.ts';
import { type ClaimRows, describeClaims, listClaimRows } from './assemble-claims.ts';
import { combineGroups } from './combine-groups.ts';
import { type LaidColumns, layOutColumns } from './lay-out-columns.ts';
import { placeDays } from './place-days.ts';
import { rollUpLateDays } from './roll-up-late-days.ts';
import { findDirectories } from './series-directory.ts';

type Settings = Bundle['settings'];
export type EvidenceQuery = { platforms: readonly { id: string; rubric: Rubric }[]; asOf: Date };

/**
 * The evidence of many platforms as of now, in a few statements for all of them. For each it is what `loadBundle` makes of
 * the bundle that `assembleBundle` gives, without the document and its hash, laid out whenever it is called for: that of all
 * at once would be much to hold. Left out are platforms whose settings have been changed since that instant.
 */
export async function readEvidence(
  db: Kysely<Database>,
  { platforms, asOf }: EvidenceQuery,
): Promise<Map<string, () => Evidence>> {
  if (platforms.length === 0) return new Map();
  const at = asOf.toISOString();
  const ids = platforms.map(({ id }) => id);
  const settings = await listSettings(db, ids, at);
  const here = platforms.flatMap((one) => {
    const own = settings.get(one.id);
    if (own === undefined) return [];
    return [{ ...one, settings: own, capabilities: new Set(own.capabilities.map(({ key }) => key)) }];
  });
  const claimsOf = await listClaimRows(db, { platformIds: ids, asOf: at });
  const laid = await layOutPlatforms(db, here, asOf.getTime());
  return new Map(
    here.flatMap((one) => {
      const layOut = laid.get(one.id);
      return layOut === undefined ? [] : [[one.id, () => ({ ...layOut(), ...describe(one, claimsOf(one.id), at) })]];
    }),
  );
}

type Here = { id: string; rubric: Rubric; settings: Settings; capabilities: ReadonlySet<string> };

function describe({ rubric, settings, capabilities }: Here, rows: ClaimRows, asOf: string) {
  const asOfMs = Date.parse(asOf);
  const claims = sortClaims(describeClaims(rows, { asOf, capabilities, rubric }));
  return {
    ...{ asOf, asOfMs, asOfDay: dayOf(asOfMs), settings, settingsKey: settingsKeyOf(settings) },
    ...indexClaims(claims, asOfMs),
  };
}

async function listSettings(db: Kysely<Database>, ids: readonly string[], at: string): Promise<Map<string, Settings>> {
  const changed = await listChangedSince(db, ids, at);
  const capabilities = Map.groupBy(await listCapabilitiesOfMany(db, ids), ({ platformId }) => platformId);
  const targets = Map.groupBy(await listTargetsOfMany(db, ids), ({ platformId }) => platformId);
  const ofItems = Map.groupBy(await listItemTargets(db, ids), ({ platformId }) => platformId);
  return new Map(
    ids
      .filter((id) => !changed.has(id))
      .map((id) => [
        id,
        sortSettings(describeSettings(capabilities.get(id) ?? [], targets.get(id) ?? [], ofItems.get(id) ?? [])),
      ]),
  );
}

/** What metrics say, in columns. */
async function layOutPlatforms(db: Kysely<Database>, here: readonly Here[], asOfMs: number) {
  const platformIds = here.map(({ id }) => id);
  if (platformIds.length === 0) return new Map<string, () => LaidColumns>();
  const toDay = dayOf(asOfMs);
  const span = { fromDay: toDay - BUNDLE_DAYS + 1, toDay };
  // the marks first: a day that is folded between the two reads is then only rolled up once too often
  const dirty = Map.groupBy(await listDirtyDaysOfMany(db, platformIds), ({ platformId }) => platformId);
  const packed = Map.groupBy(await listPackedDays(db, { platformIds, ...span }), ({ platformId }) => platformId);
  const older = await listPlatformsBefore(db, platformIds, span.fromDay);
  const isOld = (id: string) => older.has(id) || (dirty.get(id) ?? []).some((mark) => mark.day < span.fromDay);
  const directories = await findDirectories(
    db,
    here.map(({ id, rubric, capabilities }) => ({
      ...{ platformId: id, rubric, capabilities, days: packed.get(id) ?? [] },
      isSettled: !dirty.has(id) && !isOld(id),
    })),
  );
  const prepared = [];
  for (const { id: platformId, rubric } of here) {
    const directory = directories.get(platformId);
    if (directory === undefined) continue;
    const marks = dirty.get(platformId) ?? [];
    const of = { platformId, directory, asOfMs };
    const days = await rollUpLateDays(db, of, { stored: packed.get(platformId) ?? [], marks, ...span });
    const places = placeDays({ directory, days });
    const given = { ...of, rubric, days, places, isOld: isOld(platformId) };
    prepared.push({ days, places, groups: await combineGroups(db, given), ...of });
  }
  const sources = await listSourcesOfRuns(db, [...new Set(prepared.flatMap(({ groups }) => groups.runIds))]);
  return new Map(
    prepared.map(({ platformId, groups, ...given }) => [
      platformId,
      () => layOutColumns({ ...given, combined: groups.combine(sources), sourceOf: groups.sourceOf(sources) }),
    ]),
  );
}
