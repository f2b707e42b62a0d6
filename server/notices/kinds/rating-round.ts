import { listAssessors, listRatingRounds } from '#db/queries/rating-rounds.ts';
import { english } from '../english.ts';
import { withRole } from '../list-readers.ts';
import { type Finding, isNews, type NoticeKind } from './notice-kind.ts';

/**
 * A rating round that was opened or revealed, for everybody who is asked in it. Those who have handed in are told of it like
 * the others: from who gets a message, or no longer does, nobody shall learn who has rated.
 */
export const ratingRound: NoticeKind = {
  byDefault: true,
  least: 'viewer',
  apartMs: 0,
  find: async ({ ctx, platform, readers }) => {
    const words = english.kinds['rating-round'];
    const here = new Set(withRole(readers, 'viewer'));
    const news = (await listRatingRounds(ctx.db, platform.id)).flatMap((round) => {
      const at = round.state === 'revealed' ? round.revealedAt : round.openedAt;
      return round.state === 'discarded' || !isNews(at, ctx.now()) ? [] : [round];
    });
    const asked = await listAssessors(
      ctx.db,
      news.map(({ id }) => id),
    );
    return news.map(({ id, title, state }): Finding => {
      const to = asked.flatMap(({ roundId, userId }) => (roundId === id && here.has(userId) ? [userId] : []));
      const detail = state === 'revealed' ? words.revealed : words.opened;
      return {
        ...{ subject: id, occasion: state === 'revealed' ? 'revealed' : 'opened', to },
        line: { title, detail, path: `/p/${platform.key}/self-assessment/rounds/${id}` },
      };
    });
  },
};
