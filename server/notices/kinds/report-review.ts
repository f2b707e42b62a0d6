import { listAssessments } from '#db/queries/assessments.ts';
import { english } from '../english.ts';
import { withRole } from '../list-readers.ts';
import { isNews, type NoticeKind } from './notice-kind.ts';

/** A quarter that was frozen and waits for its publication, for those who may see it before. */
export const reportReview: NoticeKind = {
  byDefault: true,
  least: 'editor',
  apartMs: 0,
  find: async ({ ctx, platform, readers }) => {
    const words = english.kinds['report-review'];
    const rows = await listAssessments(ctx.db, platform.id);
    return rows
      .filter(({ state, frozenAt }) => state === 'in_review' && isNews(frozenAt, ctx.now()))
      .map(({ id, period, frozenBy, frozenAt }) => ({
        subject: id,
        occasion: 'frozen',
        to: withRole(readers, 'editor'),
        line: {
          title: words.title(period),
          detail: words.line(frozenBy, english.day(frozenAt, platform.timeZone)),
          path: `/p/${platform.key}/reports/${id}`,
        },
      }));
  },
};
