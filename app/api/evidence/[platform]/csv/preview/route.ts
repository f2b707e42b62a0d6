import { receiveCsv } from '#server/evidence/receive-csv.ts';
import { makeContext } from '#server/make-context.ts';
import { answerProblem } from '#server/rest/problem.ts';

type Props = { params: Promise<{ platform: string }> };

/** Says what taking in a CSV file of samples would do. Changes nothing, but a file is too long for an address. */
export async function POST(request: Request, { params }: Props): Promise<Response> {
  try {
    const [ctx, { platform }] = await Promise.all([makeContext(request.headers), params]);
    return await receiveCsv(ctx, request, { platform, store: false });
  } catch (error) {
    return answerProblem(error);
  }
}
