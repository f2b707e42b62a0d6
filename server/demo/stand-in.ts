import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import { text } from 'node:stream/consumers';

type Answer = { status: number; body: unknown };

/** A day apart from `start` to `end`: the answer of a range query, with values that the query's own name decides. */
function rangeOf(form: URLSearchParams, valueAt: (query: string, seconds: number) => number): Answer {
  const [start, end, step] = ['start', 'end', 'step'].map((name) => Number(form.get(name)));
  if (start === undefined || end === undefined || !step) return { status: 400, body: { status: 'error' } };
  const instants = Array.from({ length: Math.floor((end - start) / step) + 1 }, (_, index) => start + index * step);
  const values = instants.map((at) => [at, String(valueAt(form.get('query') ?? '', at))]);
  return { status: 200, body: { status: 'success', data: { resultType: 'matrix', result: [{ metric: {}, values }] } } };
}

/**
 * Stands in for a Prometheus server while the demo is made, on this machine alone, so that its sources are collected as any
 * other: by the source itself, over HTTP. It is gone when the demo is shown; the next collection is a day away.
 */
export async function startStandIn(valueAt: (query: string, seconds: number) => number) {
  const server = createServer((request, response) => {
    void answer(request).then(({ status, body }) => {
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    });
  });
  const answer = async (request: IncomingMessage): Promise<Answer> =>
    rangeOf(new URLSearchParams(await text(request)), valueAt);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The stand-in has no port.');
  return {
    address: `http://127.0.0.1:${address.port}`,
    stop: async () => {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}
