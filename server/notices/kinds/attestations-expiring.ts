import { type Attestation, listAttestations } from '#db/queries/attestations.ts';
import { rubricOf } from '../../rubrics/rubric-of.ts';
import { english } from '../english.ts';
import { spokespersons } from '../list-readers.ts';
import { readPlaces } from '../read-places.ts';
import { warningAt } from './expiry.ts';
import { HOUR_MS, type NoticeKind } from './notice-kind.ts';

/** Answers that count and run out soon, for who gave them and who owns the capability; unless somebody has answered anew. */
export const attestationsExpiring: NoticeKind = {
  byDefault: true,
  least: 'owner',
  apartMs: 20 * HOUR_MS,
  find: async ({ ctx, platform, readers }) => {
    // what the rubric of now does not have runs out unseen
    const known = new Set(rubricOf(platform).criteria.map(({ source }) => source.id));
    const all = await listAttestations(ctx.db, { platformId: platform.id });
    const rows = all.filter(({ criterion }) => known.has(criterion));
    const placeOf = await readPlaces(ctx, platform, english.wholePlatform);
    return newestOfEachPlace(rows).flatMap((row) => {
      const occasion = row.review === 'accepted' ? warningAt(row.expiresAt, ctx.now()) : null;
      if (occasion === null) return [];
      const { title, place, path, ownerTeamId } = placeOf(row);
      const day = english.day(row.expiresAt, platform.timeZone);
      const to = spokespersons(readers, { by: row.answeredBy, team: ownerTeamId });
      const detail = english.kinds['attestations-expiring'].line(place, day);
      return [{ subject: row.id, occasion, to, line: { title, detail, path } }];
    });
  },
};

/** What was rejected says nothing; what waits is already being looked after. Rows come newest first. */
function newestOfEachPlace<Row extends Attestation>(rows: Row[]): Row[] {
  const standing = rows.filter(({ review }) => review !== 'rejected');
  const places = Map.groupBy(standing, ({ criterion, capability }) => `${criterion} ${capability}`);
  return [...places.values()].flatMap(([newest]) => newest ?? []);
}
