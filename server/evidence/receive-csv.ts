import { findPlatform } from '../catalogue/find-platform.ts';
import type { Context } from '../context.ts';
import { MIB, readBody } from '../http/read-body.ts';
import { requireRole } from '../people/permissions.ts';
import { importCsv } from './import-csv.ts';
import { previewCsv } from './preview-csv.ts';

const LARGEST_CSV = 17 * MIB;
const LONGEST_NAME = 200;

/**
 * The door for files of samples that a page sends: the body is the file itself, since to unpack it from JSON would hold up
 * everybody. Nothing is read of what somebody sends who may not.
 */
export async function receiveCsv(
  ctx: Context,
  request: Request,
  { platform: key, store }: { platform: string; store: boolean },
): Promise<Response> {
  const platform = await findPlatform(ctx, key);
  requireRole(ctx, platform.id, 'editor', 'metrics:write');
  const csv = await readBody(request, LARGEST_CSV);
  const fileName = new URL(request.url).searchParams.get('fileName')?.slice(0, LONGEST_NAME) ?? 'upload.csv';
  const answer = store
    ? await importCsv(ctx, { platform: key, csv, fileName })
    : await previewCsv(ctx, { platform: key, csv });
  return Response.json(answer, { headers: { 'cache-control': 'no-store' } });
}
