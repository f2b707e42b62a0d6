import { listCyclesOfPlatform } from '#db/queries/survey-cycles.ts';
import { english } from '../english.ts';
import { withRole } from '../list-readers.ts';
import { DAY_MS, type NoticeKind } from './notice-kind.ts';

const AHEAD_MS = 3 * DAY_MS;

/** An open survey that closes within three days, for those who can remind people of it. */
export const surveyClosing: NoticeKind = {
  byDefault: true,
  least: 'editor',
  apartMs: 0,
  find: async ({ ctx, platform, readers }) => {
    const cycles = await listCyclesOfPlatform(ctx.db, platform.id);
    return cycles.flatMap(({ id, title, state, closesAt }) => {
      const left = closesAt === null ? 0 : new Date(closesAt).getTime() - ctx.now().getTime();
      if (state !== 'open' || closesAt === null || left <= 0 || left > AHEAD_MS) return [];
      const detail = english.kinds['survey-closing'].line(english.time(closesAt, platform.timeZone));
      const line = { title, detail, path: `/p/${platform.key}/surveys/${id}` };
      return [{ subject: id, occasion: 'closing', to: withRole(readers, 'editor'), line }];
    });
  },
};
