import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Logger } from 'pino';
import type { Env } from '../env.ts';
import type { Meter } from '../health/meter.ts';
import { mayChange } from './check-origin.ts';
import { clientAddress, isOwnMachine } from './client-address.ts';
import { LARGEST_BODY } from './read-body.ts';
import { contentSecurityPolicy, makeNonce, securityHeaders } from './security-headers.ts';
import { watchRequest } from './watch-request.ts';

export type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;
type Options = { env: Env; log: Logger; meter: Meter; dev: boolean; handler: () => Handler };

/** Our own server around Next: it decides what every answer carries and which requests are not worth an answer. */
export function makeServer({ env, log, meter, dev, handler }: Options): Server {
  const server = createServer((request, response) => {
    const refusal = prepare(request, response, env, dev);
    const requestId = watchRequest(request, response, { log, meter });
    if (refusal !== null) return refuse(response, refusal);
    handler()(request, response).catch((error: unknown) => {
      log.error({ err: error, requestId }, 'a request failed');
      if (response.headersSent) response.destroy();
      else refuse(response, { status: 500, title: 'Something went wrong here. It has been logged.' });
    });
  });
  // a client that dribbles its request must not hold a connection for ever
  server.headersTimeout = 15_000;
  server.requestTimeout = 120_000;
  // longer than the idle time of usual proxies, so that it is never us who closes a connection just taken up
  server.keepAliveTimeout = 65_000;
  server.maxHeadersCount = 100;
  return server;
}

type Refusal = { status: number; title: string };

/** Sets the answer's headers and what later stations need to know; says why a request goes no further. */
function prepare(request: IncomingMessage, response: ServerResponse, env: Env, dev: boolean): Refusal | null {
  const path = pathOf(request.url ?? '/');
  const page = { path, nonce: makeNonce(), dev, https: env.publicUrl.startsWith('https:') };
  for (const [name, value] of Object.entries(securityHeaders(page))) response.setHeader(name, value);

  const { headers } = request;
  const address = clientAddress(request.socket.remoteAddress, headers['x-forwarded-for'], env.publicUrlGiven);
  // Next takes the nonce of its scripts from this request header
  headers['content-security-policy'] = contentSecurityPolicy(page);
  delete headers['content-security-policy-report-only'];
  headers['x-nonce'] = page.nonce;
  headers['x-plumbline-path'] = path;
  headers['x-plumbline-address'] = address;
  headers['x-plumbline-local'] = isOwnMachine(request.socket.remoteAddress, headers) ? 'yes' : 'no';

  if (!isReadable(path)) return { status: 400, title: 'The address is not valid percent-encoding.' };
  if (Number(headers['content-length'] ?? 0) > LARGEST_BODY) return { status: 413, title: 'The body is too large.' };
  const allowed = mayChange(
    {
      method: request.method ?? 'GET',
      path,
      secFetchSite: [headers['sec-fetch-site']].flat()[0],
      origin: headers.origin,
      host: headers.host,
    },
    env,
  );
  return allowed
    ? null
    : { status: 403, title: `Changes are accepted only from Plumbline's own pages at ${env.publicUrl}.` };
}

/** The path that Next will see: detours such as `/api/v1/../trpc` are gone before anything is decided by it. */
function pathOf(address: string): string {
  return URL.parse(address.startsWith('/') ? `http://plumbline${address}` : address)?.pathname ?? '/';
}

/** Next answers the rest with 500, and no database has a name with NUL in it. */
function isReadable(path: string): boolean {
  try {
    return !decodeURIComponent(path).includes('\0');
  } catch {
    return false;
  }
}

function refuse(response: ServerResponse, { status, title }: Refusal): void {
  response.writeHead(status, { 'content-type': 'application/problem+json', connection: 'close' });
  response.end(JSON.stringify({ type: 'about:blank', title, status }));
}
