import { answerProblem } from '#server/rest/problem.ts';
import { readSchema } from '#server/rest/read-schema.ts';

export async function GET(_request: Request, { params }: { params: Promise<{ name: string }> }): Promise<Response> {
  try {
    return new Response(await readSchema((await params).name), {
      headers: { 'content-type': 'application/schema+json', 'cache-control': 'public, max-age=3600' },
    });
  } catch (error) {
    return answerProblem(error);
  }
}
