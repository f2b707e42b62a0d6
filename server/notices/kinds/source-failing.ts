import { listFailuresSince } from '#db/queries/notices.ts';
import { english } from '../english.ts';
import { withRole } from '../list-readers.ts';
import { type Finding, HOUR_MS, isNews, NEWS_MS, type NoticeKind } from './notice-kind.ts';

/** A source that works for less than this between two failures has not recovered. */
const CALM_MS = HOUR_MS;

type Episode = { since: string; endedAt: string | null };

/** Sources that fail, once for each time that they do, and that they work again for those who were told. */
export const sourceFailing: NoticeKind = {
  byDefault: true,
  least: 'editor',
  apartMs: 0,
  find: async ({ ctx, platform, readers, told }) => {
    const words = english.kinds['source-failing'];
    const now = ctx.now();
    const failures = await listFailuresSince(ctx.db, platform.id, new Date(now.getTime() - 2 * NEWS_MS).toISOString());
    const time = (at: string) => english.time(at, platform.timeZone);
    const editors = withRole(readers, 'editor');
    return [...Map.groupBy(failures, ({ sourceId }) => sourceId)].flatMap(([subject, rows]): Finding[] => {
      const episode = newestEpisode(rows);
      const title = rows[0]?.name ?? '';
      const path = `/p/${platform.key}/evidence/sources/${subject}`;
      if (episode === null) return [];
      const { since, endedAt } = episode;
      if (endedAt === null) {
        return [
          {
            subject,
            occasion: `since-${since}`,
            to: editors,
            line: { title, detail: words.failing(time(since)), path },
          },
        ];
      }
      const calm = now.getTime() - new Date(endedAt).getTime() >= CALM_MS;
      if (!calm || !isNews(endedAt, now)) return [];
      const to = told(subject, `since-${since}`).filter((id) => editors.includes(id));
      const detail = words.recovered(time(since), time(endedAt));
      return [{ subject, occasion: `until-${endedAt}`, to, line: { title, detail, path } }];
    });
  },
};

/** Failures that touch each other, of whichever query, are one episode. Rows come in the order of their beginning. */
export function newestEpisode(rows: Episode[]): Episode | null {
  return rows.reduce<Episode | null>((current, row) => {
    if (current === null) return { since: row.since, endedAt: row.endedAt };
    const { since, endedAt } = current;
    const apart = endedAt !== null && new Date(row.since).getTime() - new Date(endedAt).getTime() >= CALM_MS;
    if (apart) return { since: row.since, endedAt: row.endedAt };
    const ends = endedAt === null || row.endedAt === null ? null : row.endedAt > endedAt ? row.endedAt : endedAt;
    return { since, endedAt: ends };
  }, null);
}
