import { KIB, withReadBody } from '#server/http/read-body.ts';
import { contextFor } from '#server/make-context.ts';
import { endMessages } from '#server/notices/end-messages.ts';
import { answerProblem } from '#server/rest/problem.ts';

type Props = { params: Promise<{ token: string }> };

const LARGEST = 4 * KIB;

/**
 * The one click of RFC 8058: mail providers post here, without cookie or origin, when somebody presses "unsubscribe". The
 * button of our own page posts here too, and is led back to the page.
 */
export async function POST(request: Request, { params }: Props): Promise<Response> {
  try {
    const { token } = await params;
    const form = new URLSearchParams(await (await withReadBody(request, LARGEST)).text());
    await endMessages(contextFor({ kind: 'anonymous' }), { token });
    return form.get('from') === 'page' ? toPage(token) : new Response(null, { status: 200 });
  } catch (error) {
    return answerProblem(error);
  }
}

/** Who opens the address of the header by hand gets the page with the button: reading changes nothing. */
export async function GET(_: Request, { params }: Props): Promise<Response> {
  return toPage((await params).token);
}

const toPage = (token: string): Response =>
  new Response(null, { status: 303, headers: { location: `/unsubscribe/${encodeURIComponent(token)}` } });
