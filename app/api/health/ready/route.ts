import { checkReady } from '#server/health/check-ready.ts';
import { runtime } from '#server/runtime.ts';

export const dynamic = 'force-dynamic';

export async function GET(): Promise<Response> {
  const reasons = await checkReady(runtime());
  const ready = reasons.length === 0;
  return Response.json(
    { status: ready ? 'ready' : 'not ready', reasons },
    { status: ready ? 200 : 503, headers: { 'cache-control': 'no-store' } },
  );
}
