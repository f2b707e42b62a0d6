import { receiveCsv } from '#server/evidence/receive-csv.ts';
import { makeContext } from '#server/make-context.ts';
import { answerProblem } from '#server/rest/problem.ts';

type Props = { params: Promise<{ platform: string }> };

/** Takes in a CSV file of samples, for people who are signed in; machines use /api/v1/metrics with a token. */
export async function POST(request: Request, { params }: Props): Promise<Response> {
  try {
    const [ctx, { platform }] = await Promise.all([makeContext(request.headers), params]);
    return await receiveCsv(ctx, request, { platform, store: true });
  } catch (error) {
    return answerProblem(error);
  }
}
