import type { ServerResponse } from 'node:http';
import { type FakeServer, fakeHttp, type Received } from './fake-http.ts';

/** Answers instead of the server, once; false: it lets the call through. */
export type Fault = (response: ServerResponse, request: Received) => boolean;
export type FakeTracker = FakeServer & {
  /** the next call that a fault takes is answered by it */
  fault: (fault: Fault) => void;
  /** calls that wrote something, as `PATCH /path` */
  writes: () => string[];
};

export const reply = (
  response: ServerResponse,
  status: number,
  value: unknown,
  headers: Record<string, string> = {},
) => {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...headers });
  response.end(status === 304 || status === 204 ? undefined : JSON.stringify(value));
};

/** A server that keeps issues, with its token and what may go wrong on the way to it. */
export async function fakeTracker(
  isAllowed: (request: Received) => boolean,
  answer: (response: ServerResponse, request: Received, url: URL) => void,
): Promise<FakeTracker> {
  const faults: Fault[] = [];
  const server = await fakeHttp((response, request) => {
    const at = faults.findIndex((fault) => fault(response, request));
    if (at !== -1) {
      faults.splice(at, 1);
      return;
    }
    if (!isAllowed(request)) return reply(response, 401, { message: 'Bad credentials' });
    answer(response, request, new URL(request.path, 'http://tracker'));
  });
  return {
    ...server,
    fault: (fault) => void faults.push(fault),
    writes: () =>
      server.received
        .filter(({ method, path }) => method !== 'GET' && !path.includes('/search/'))
        .map(({ method, path }) => `${method} ${path}`),
  };
}

/** Answers a status to the next call whose method and path match. */
export const answers =
  (pattern: RegExp, status: number, value: unknown = {}, headers: Record<string, string> = {}): Fault =>
  (response, { method, path }) => {
    if (!pattern.test(`${method} ${path}`)) return false;
    reply(response, status, value, headers);
    return true;
  };

/** Breaks the connection of the next call that matches, without a word. */
export const breaks =
  (pattern: RegExp): Fault =>
  (response, { method, path }) => {
    if (!pattern.test(`${method} ${path}`)) return false;
    response.destroy();
    return true;
  };

/** A page of a list and the header that leads to the next. */
export function pageOf<T>(all: readonly T[], url: URL, base: string, most: number) {
  const size = Math.min(Number(url.searchParams.get('per_page') ?? 30), most);
  const page = Number(url.searchParams.get('page') ?? 1);
  const items = all.slice((page - 1) * size, page * size);
  const next = new URL(`${base}${url.pathname}${url.search}`);
  next.searchParams.set('page', String(page + 1));
  const headers: Record<string, string> =
    page * size < all.length ? { link: `<${next.href}>; rel="next", <${base}/?page=9>; rel="last"` } : {};
  return { items, headers };
}
