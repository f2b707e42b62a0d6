import { makeContext } from '#server/make-context.ts';
import { exportReport, fileResponse } from '#server/reports/export-report.ts';
import { answerProblem } from '#server/rest/problem.ts';

type Props = { params: Promise<{ platform: string; id: string; format: string }> };

/** A report as a file, for people who are signed in; machines use /api/v1 with a token. */
export async function GET(request: Request, { params }: Props): Promise<Response> {
  try {
    const [ctx, input] = await Promise.all([makeContext(request.headers), params]);
    return fileResponse(await exportReport(ctx, input));
  } catch (error) {
    return answerProblem(error);
  }
}
