import { exportLedger } from '#server/backlog/export-ledger.ts';
import { makeContext } from '#server/make-context.ts';
import { answerProblem } from '#server/rest/problem.ts';

/** The ledger as a CSV file, for people who are signed in; machines use /api/v1 with a token. */
export async function GET(request: Request, { params }: { params: Promise<{ platform: string }> }): Promise<Response> {
  try {
    const [ctx, input] = await Promise.all([makeContext(request.headers), params]);
    return await exportLedger(ctx, input);
  } catch (error) {
    return answerProblem(error);
  }
}
