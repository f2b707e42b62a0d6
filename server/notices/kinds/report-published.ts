import { listAssessments } from '#db/queries/assessments.ts';
import { english } from '../english.ts';
import { withRole } from '../list-readers.ts';
import { isNews, type NoticeKind } from './notice-kind.ts';

/** The report of a quarter that has just been published, for everybody who may read it. */
export const reportPublished: NoticeKind = {
  byDefault: true,
  least: 'viewer',
  apartMs: 0,
  find: async ({ ctx, platform, readers }) => {
    const words = english.kinds['report-published'];
    const rows = await listAssessments(ctx.db, platform.id);
    return rows.flatMap(({ id, period, state, publishedBy, publishedAt }) => {
      if (state !== 'published' || publishedAt === null || !isNews(publishedAt, ctx.now())) return [];
      const detail = words.line(publishedBy ?? '', english.day(publishedAt, platform.timeZone));
      const line = { title: words.title(period), detail, path: `/p/${platform.key}/reports/${id}` };
      return [{ subject: id, occasion: 'published', to: withRole(readers, 'viewer'), line }];
    });
  },
};
