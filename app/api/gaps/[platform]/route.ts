import { makeContext } from '#server/make-context.ts';
import { exportGaps } from '#server/overview/export-gaps.ts';
import { answerProblem } from '#server/rest/problem.ts';

/** What is claimed, felt and measured as a CSV file, for people who are signed in; machines use /api/v1 with a token. */
export async function GET(request: Request, { params }: { params: Promise<{ platform: string }> }): Promise<Response> {
  try {
    const [ctx, input] = await Promise.all([makeContext(request.headers), params]);
    return await exportGaps(ctx, input);
  } catch (error) {
    return answerProblem(error);
  }
}
