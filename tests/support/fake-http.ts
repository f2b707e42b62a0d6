import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { onTestFinished } from 'vitest';

export type Received = { method: string; path: string; headers: IncomingMessage['headers']; body: string };
type Answer = (response: ServerResponse, request: Received) => void;
export type FakeServer = {
  url: string;
  port: number;
  /** what came in, in order */
  received: Received[];
  /** answers otherwise from now on */
  answerWith: (answer: Answer) => void;
};

/** Somebody else's HTTP server on this machine, as far as the wire shows it; gone when the test ends. */
export async function fakeHttp(answer: Answer): Promise<FakeServer> {
  const received: Received[] = [];
  let current = answer;
  const server = createServer(async (request, response) => {
    let body = '';
    try {
      for await (const chunk of request) body += chunk;
    } catch {
      return; // whoever asked has gone
    }
    const one = { method: request.method ?? '', path: request.url ?? '', headers: request.headers, body };
    received.push(one);
    current(response, one);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The fake server has no port.');
  const { port } = address;
  return {
    url: `http://127.0.0.1:${port}`,
    port,
    received,
    answerWith: (next) => {
      current = next;
    },
  };
}

/** An answer in JSON. */
export const json =
  (value: unknown, status = 200): Answer =>
  (response) =>
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value));
