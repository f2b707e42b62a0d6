import { listNotices, listPreferences, type Notice } from '#db/queries/notices.ts';
import type { Platform } from '../catalogue/find-platform.ts';
import type { Context } from '../context.ts';
import type { Finding, NoticeKind, Reader } from './kinds/notice-kind.ts';
import { NOTICE_KINDS, type NoticeKey } from './kinds/registry.ts';
import { hasRole, listReaders } from './list-readers.ts';

export type Found = { findings: Finding[]; readers: Map<string, Reader>; told: Notice[] };

/**
 * What there is to tell of one kind about one platform, and to whom: of those whom it concerns, everybody who may see it
 * today and has not switched it off.
 */
export async function searchKind(ctx: Context, platform: Platform, key: NoticeKey): Promise<Found> {
  const kind: NoticeKind = NOTICE_KINDS[key];
  const choices = new Map((await listPreferences(ctx.db, key)).map(({ userId, wanted }) => [userId, wanted === 1]));
  const wants = ({ id }: Reader) => choices.get(id) ?? kind.byDefault;
  const everybody = await listReaders(ctx.db, platform.id);
  const readers = everybody.filter((reader) => hasRole(reader, kind.least) && wants(reader));
  const told = await listNotices(ctx.db, { platformId: platform.id, kind: key });
  const toldOf = (subject: string, occasion: string) =>
    told.filter((one) => one.subject === subject && one.occasion === occasion).map(({ userId }) => userId);
  const findings = readers.length === 0 ? [] : await kind.find({ ctx, platform, readers, told: toldOf });
  return { findings, readers: new Map(readers.map((reader) => [reader.id, reader])), told };
}
