import type { z } from 'zod';
import type { OutboundAnswer, OutboundRequest } from '../outbound/guarded-fetch.ts';
import { OutboundError } from '../outbound/outbound-error.ts';
import { limitOf } from './limit-of.ts';
import type { TrackerCall } from './tracker.ts';
import { TrackerError } from './tracker-error.ts';

/** How one server is spoken to. */
export type Server = {
  /** its name in sentences */
  name: string;
  /** where its API begins */
  api: string;
  /** the origin of the pages on which people read its issues */
  pages: string;
  headers: Record<string, string>;
  /** never repeated in any message */
  secrets: string[];
  ca?: string | undefined;
};
type Method = NonNullable<OutboundRequest['method']>;
export type Question = {
  method?: Method;
  /** below the API, or a whole address that the server itself gave */
  path: string;
  body?: unknown;
  etag?: string | null;
  /** one issue: what is refused here need not be refused elsewhere */
  issue?: boolean;
};
export type Reply = { status: number; headers: Record<string, string>; value: unknown };

const MOST_REDIRECTS = 3;

/**
 * Asks one thing in JSON; 304 is an answer. A redirect (a project that was renamed, an issue that was moved) is followed within
 * the same origin, to which the token belongs, and no further.
 */
export async function askTracker(call: TrackerCall, server: Server, question: Question): Promise<Reply> {
  const origin = new URL(server.api).origin;
  let url = addressOf(server, question.path);
  for (let hops = 0; hops <= MOST_REDIRECTS; hops += 1) {
    if (url.origin !== origin) break;
    const answer = await send(call, server, { ...question, path: url.href });
    const { location } = answer.headers;
    const redirects = [301, 302, 307, 308].includes(answer.status) && location !== undefined;
    if (!redirects) return readReply(call, server, { question, answer });
    const next = URL.parse(location, url.href);
    if (next === null || (answer.status === 302 && question.method !== undefined)) break;
    url = next;
  }
  throw new TrackerError(`${server.name} redirects to another server. Enter the address that answers by itself.`, {
    whole: question.issue !== true,
  });
}

const addressOf = ({ api }: Server, path: string): URL => new URL(/^https?:/.test(path) ? path : `${api}${path}`);

async function send(call: TrackerCall, server: Server, { method, path, body, etag }: Question) {
  const { headers, ca } = server;
  try {
    return await call.client({
      url: path,
      method: method ?? 'GET',
      seesRedirects: true,
      headers: {
        ...headers,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(etag ? { 'if-none-match': etag } : {}),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      ca: ca || undefined,
    });
  } catch (error) {
    if (!(error instanceof OutboundError)) throw error;
    const message =
      error.problem === 'private'
        ? 'This address leads inside a private network. An administrator can allow it for this tracker.'
        : error.message;
    const tooLarge = error.problem === 'too_large';
    throw new TrackerError(message, { whole: true, detail: error.detail, tooLarge });
  }
}

type Answered = { question: Question; answer: OutboundAnswer };

function readReply({ nowMs }: TrackerCall, server: Server, { question, answer }: Answered): Reply {
  const { status, headers, body, contentType } = answer;
  const waitUntilMs = limitOf(answer, nowMs);
  const { name } = server;
  if (waitUntilMs !== null) {
    throw new TrackerError(`${name} asks for fewer calls. It is called again when it allows.`, {
      ...{ whole: true, status, waitUntilMs, detail: detailOf(server, body) },
    });
  }
  if (status === 304 || status === 204) return { status, headers, value: null };
  const isJson = /^application\/([\w.]+\+)?json\b/i.test(contentType);
  if (status >= 200 && status < 300) {
    if (!isJson) throw strange(server, contentType);
    return { status, headers, value: parseJson(server, body) };
  }
  const detail = isJson ? detailOf(server, body) : null;
  throw new TrackerError(sentenceOf(name, status), {
    whole: question.issue !== true || status === 401 || status >= 500,
    ...{ status, detail },
  });
}

function sentenceOf(name: string, status: number): string {
  if (status === 401) return `${name} does not accept the token (401). It may have expired.`;
  if (status === 403) return `${name} refuses this (403). The token may not do it.`;
  if (status === 404) return `${name} has nothing there that this token may see (404).`;
  if (status === 410) return `${name} says that this is gone (410).`;
  if (status === 400 || status === 422) return `${name} does not take the issue as it is (${status}).`;
  if (status >= 500) return `${name} reports an error of its own (${status}).`;
  return `${name} does not take this call (${status}).`;
}

const LONGEST = 300;

/** What the server said, for administrators; it may repeat what it was sent. */
function detailOf({ secrets }: Server, body: string): string {
  const plain = body.replace(/\p{Cc}+/gu, ' ');
  const safe = secrets.reduce((text, secret) => (secret === '' ? text : text.replaceAll(secret, '…')), plain);
  return safe.slice(0, LONGEST);
}

function parseJson(server: Server, body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    throw strange(server, '');
  }
}

function strange({ name }: Server, contentType: string): TrackerError {
  const page = 'A web page answers here, not the API. A sign-in page may stand in front of it.';
  return new TrackerError(/html/i.test(contentType) ? page : `The answer is not that of ${name}.`, { whole: true });
}

/** The part of a reply that is used. */
export function readAs<Schema extends z.ZodType>(server: Server, schema: Schema, value: unknown): z.output<Schema> {
  const parsed = schema.safeParse(value);
  if (!parsed.success) throw strange(server, '');
  return parsed.data;
}

/**
 * The page of an issue, as the server tells it, on the origin where its pages are: whatever it says, the link leads to no other
 * server and carries nothing beside.
 */
export const pageAt = ({ pages }: Server, told: string): string => `${pages}${new URL(told).pathname}`;

const MOST_PAGES = 20;
/** To begin with: what 64 issues say is seldom more than is read at once. */
const ON_A_PAGE = 64;

/**
 * The pages of a list, one after the other, by the `Link` header; at most twenty. Issues may be long: where a page is more than
 * is read at once, the list begins anew with half as many on a page, and what stood there comes again.
 */
export async function* askPages(call: TrackerCall, server: Server, question: Question): AsyncGenerator<Reply> {
  let size = ON_A_PAGE;
  let path: string | null = sized(question.path, size);
  for (let page = 0; page < MOST_PAGES && path !== null; page += 1) {
    const reply = await askPage(call, server, { ...question, path, etag: page === 0 ? question.etag : null });
    if (reply === null && size === 1) throw new TrackerError(TOO_LONG, { whole: true });
    if (reply === null) {
      size /= 2;
      path = sized(question.path, size);
    } else {
      yield reply;
      path = nextOf(reply.headers.link);
    }
  }
}

const TOO_LONG = 'One issue says more than is read at once. Shorten its text.';
const sized = (path: string, size: number): string => `${path}${path.includes('?') ? '&' : '?'}per_page=${size}`;

/** Null: it is more than is read at once. */
async function askPage(call: TrackerCall, server: Server, question: Question): Promise<Reply | null> {
  try {
    return await askTracker(call, server, question);
  } catch (error) {
    if (error instanceof TrackerError && error.tooLarge) return null;
    throw error;
  }
}

const nextOf = (link = ''): string | null => /<([^>]+)>;[^,]*\brel="?next"?/.exec(link)?.[1] ?? null;
