import { listExemptions } from '#db/queries/exemptions.ts';
import { rubricOf } from '../../rubrics/rubric-of.ts';
import { english } from '../english.ts';
import { spokespersons } from '../list-readers.ts';
import { readPlaces } from '../read-places.ts';
import { warningAt } from './expiry.ts';
import { HOUR_MS, type NoticeKind } from './notice-kind.ts';

/** Approved exemptions that end soon, for who asked for them and who owns the capability. */
export const exemptionsExpiring: NoticeKind = {
  byDefault: true,
  least: 'owner',
  apartMs: 20 * HOUR_MS,
  find: async ({ ctx, platform, readers }) => {
    const rows = await listExemptions(ctx.db, { platformId: platform.id });
    const placeOf = await readPlaces(ctx, platform, english.wholePlatform);
    const { criteria } = rubricOf(platform);
    const known = new Set(criteria.map(({ source }) => source.id));
    return rows.flatMap((row) => {
      // what the rubric of now does not have ends unseen
      if (!known.has(row.criterion)) return [];
      const inForce = row.decision === 'approved' && row.kind === 'exemption' && row.approvedUntil === null;
      const occasion = inForce ? warningAt(row.expiresAt, ctx.now()) : null;
      if (occasion === null || row.expiresAt === null) return [];
      const { title, place, path, ownerTeamId } = placeOf(row);
      const day = english.day(row.expiresAt, platform.timeZone);
      const to = spokespersons(readers, { by: row.requestedBy, team: ownerTeamId });
      const detail = english.kinds['exemptions-expiring'].line(place, day);
      return [{ subject: row.id, occasion, to, line: { title, detail, path } }];
    });
  },
};
