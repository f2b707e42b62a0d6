import { listCyclesOfPlatform } from '#db/queries/survey-cycles.ts';
import { english } from '../english.ts';
import { withRole } from '../list-readers.ts';
import { isNews, type NoticeKind } from './notice-kind.ts';

/** A survey that has just been closed, for everybody who may read its results: at the same time for all. */
export const surveyResults: NoticeKind = {
  byDefault: true,
  least: 'viewer',
  apartMs: 0,
  find: async ({ ctx, platform, readers }) => {
    const cycles = await listCyclesOfPlatform(ctx.db, platform.id);
    return cycles.flatMap(({ id, title, state, closedAt }) => {
      if (state !== 'closed' || closedAt === null || !isNews(closedAt, ctx.now())) return [];
      const detail = english.kinds['survey-results'].line(english.day(closedAt, platform.timeZone));
      const line = { title, detail, path: `/p/${platform.key}/surveys/${id}` };
      return [{ subject: id, occasion: 'closed', to: withRole(readers, 'viewer'), line }];
    });
  },
};
