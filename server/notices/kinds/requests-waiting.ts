import { listAttestations } from '#db/queries/attestations.ts';
import { listExemptions } from '#db/queries/exemptions.ts';
import { english } from '../english.ts';
import { withRole } from '../list-readers.ts';
import { readPlaces } from '../read-places.ts';
import { type Finding, HOUR_MS, type NoticeKind } from './notice-kind.ts';

/** Answers and requests that wait for somebody to judge them, for those who may: never for who made them. */
export const requestsWaiting: NoticeKind = {
  byDefault: true,
  least: 'editor',
  apartMs: 4 * HOUR_MS,
  find: async ({ ctx, platform, readers }) => {
    const words = english.kinds['requests-waiting'];
    const placeOf = await readPlaces(ctx, platform, english.wholePlatform);
    const editors = withRole(readers, 'editor');
    const but = (by: string) => editors.filter((id) => id !== by);
    const answers = await listAttestations(ctx.db, { platformId: platform.id });
    const requests = await listExemptions(ctx.db, { platformId: platform.id });
    const now = ctx.now().toISOString();
    return [
      ...answers
        .filter(({ review, expiresAt }) => review === 'awaiting' && expiresAt > now)
        .map(({ id, answeredBy, answererName, ...claim }): Finding => {
          const { title, place, path } = placeOf(claim);
          const detail = words.attestation(place, answererName ?? words.somebody);
          return { subject: id, occasion: 'asked', to: but(answeredBy), line: { title, detail, path } };
        }),
      ...requests
        .filter(({ decision, expiresAt }) => decision === 'awaiting' && (expiresAt === null || expiresAt > now))
        .map(({ id, kind, requestedBy, requesterName, ...claim }): Finding => {
          const { title, place, path } = placeOf(claim);
          const detail = words[kind](place, requesterName ?? words.somebody);
          return { subject: id, occasion: 'asked', to: but(requestedBy), line: { title, detail, path } };
        }),
    ];
  },
};
