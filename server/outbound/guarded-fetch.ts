import { lookup } from 'node:dns/promises';
import { type ClientRequest, type IncomingMessage, request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { isIP, type LookupFunction, Socket } from 'node:net';
import { allowsAddress } from './allowance.ts';
import { OutboundError } from './outbound-error.ts';
import { describeFailure, notAllowed, redirected, tooSlow } from './outbound-words.ts';
import { readAnswer } from './read-answer.ts';

export type OutboundRequest = {
  /** http or https, without user and password */
  url: string;
  method?: 'GET' | 'POST' | 'PUT' | 'PATCH';
  headers?: Record<string, string>;
  body?: string;
  /** a redirect is an answer like any other, with its `location`; it is never followed here */
  seesRedirects?: boolean;
  /** PEM certificates of authorities to trust instead of the usual ones */
  ca?: string | undefined;
  /** what an administrator allowed inside the network: see allowance.ts */
  allowed: readonly string[];
  limits?: Partial<Limits>;
  signal?: AbortSignal | undefined;
};
export type OutboundAnswer = {
  status: number;
  contentType: string;
  body: string;
  /** by name in lower case; of a header that came several times, all of them */
  headers: Record<string, string>;
};

export type Limits = { connectMs: number; headersMs: number; totalMs: number; bytes: number };
export const LIMITS: Limits = { connectMs: 5_000, headersMs: 20_000, totalMs: 30_000, bytes: 8 * 1024 * 1024 };

/** All addresses of a host name. */
export type Resolve = (host: string) => Promise<{ address: string; family: number }[]>;
const resolveBySystem: Resolve = (host) => lookup(host, { all: true, verbatim: true });

/**
 * The only way out to the network. The name is resolved once, every address is checked, and the connection is made to a
 * checked one: a name that answers differently a moment later changes nothing. No redirect is followed; time and size are
 * bounded, also of what is unpacked. Throws `OutboundError`; any status that is no redirect is an answer, as is 304.
 */
export async function guardedFetch(
  wanted: OutboundRequest,
  resolve: Resolve = resolveBySystem,
): Promise<OutboundAnswer> {
  const url = checkedUrl(wanted);
  const limits = { ...LIMITS, ...wanted.limits };
  const request = openRequest(url, wanted, resolve);
  const watch = watchTime(request, limits);
  try {
    request.end(wanted.body);
    const response = await responseOf(request, wanted.allowed, url.hostname);
    watch.answered();
    const status = response.statusCode ?? 0;
    if (status >= 300 && status < 400 && status !== 304 && !wanted.seesRedirects) throw redirected();
    const body = await readAnswer(response, limits.bytes);
    return { status, contentType: response.headers['content-type'] ?? '', body, headers: headersOf(response) };
  } catch (error) {
    throw watch.failure() ?? (error instanceof OutboundError ? error : describeFailure(error));
  } finally {
    watch.stop();
    request.destroy();
  }
}

const headersOf = ({ headersDistinct }: IncomingMessage): Record<string, string> =>
  Object.fromEntries(Object.entries(headersDistinct).map(([name, values]) => [name, (values ?? []).join(', ')]));

function checkedUrl({ url: text, allowed }: OutboundRequest): URL {
  const url = URL.parse(text);
  const plain = url !== null && /^https?:$/.test(url.protocol) && url.username === '' && url.password === '';
  if (!plain) throw new OutboundError('address', 'Write an address that begins with http:// or https://.');
  const address = url.hostname.replace(/^\[|\]$/g, '');
  // an address instead of a name is never looked up, so it is checked here
  if (isIP(address) !== 0 && !allowsAddress(allowed, { host: address, address })) throw notAllowed(address);
  return url;
}

function openRequest(url: URL, wanted: OutboundRequest, resolve: Resolve): ClientRequest {
  const { method = 'GET', headers = {}, body, ca, allowed, signal } = wanted;
  const open = url.protocol === 'https:' ? requestHttps : requestHttp;
  return open(url, {
    method,
    headers: {
      'accept-encoding': 'gzip',
      'user-agent': 'plumbline',
      ...(body === undefined ? {} : { 'content-length': Buffer.byteLength(body) }),
      ...headers,
    },
    agent: false,
    lookup: guardedLookup(allowed, resolve),
    ...(ca === undefined ? {} : { ca }),
    ...(signal === undefined ? {} : { signal }),
  });
}

/** What `net.connect` asks for addresses: it gets those that were checked, and none where one of them may not be. */
function guardedLookup(allowed: readonly string[], resolve: Resolve): LookupFunction {
  return (host, options, callback) => {
    resolve(host).then(
      (found) => {
        const refused = found.find(({ address }) => !allowsAddress(allowed, { host, address }));
        const [first] = found;
        if (refused !== undefined || first === undefined) callback(notAllowed(refused?.address ?? host), []);
        else if (options.all) callback(null, found);
        else callback(null, first.address, first.family);
      },
      (error: Error) => callback(error, []),
    );
  };
}

/** The answer's head, once the connection has proved to be with an address that may be reached. */
function responseOf(request: ClientRequest, allowed: readonly string[], host: string): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    request.once('error', reject);
    request.once('response', resolve);
    request.once('socket', (socket) =>
      socket.once('connect', () => {
        const address = socket.remoteAddress ?? '';
        if (!allowsAddress(allowed, { host, address })) request.destroy(notAllowed(address));
      }),
    );
  });
}

/** Ends the request when connecting, the head or the whole takes too long; remembers that this was why. */
function watchTime(request: ClientRequest, { connectMs, headersMs, totalMs }: Limits) {
  let failure: OutboundError | null = null;
  const after = (ms: number, what: 'connect' | 'answer' | 'whole') =>
    setTimeout(() => {
      failure ??= tooSlow(what, ms);
      request.destroy(failure);
    }, ms);
  const connecting = after(connectMs, 'connect');
  const waiting = after(headersMs, 'answer');
  const whole = after(totalMs, 'whole');
  request.once('socket', (socket) => {
    if (!(socket instanceof Socket)) return;
    const secure = 'encrypted' in socket;
    socket.once(secure ? 'secureConnect' : 'connect', () => clearTimeout(connecting));
  });
  return {
    failure: () => failure,
    answered: () => clearTimeout(waiting),
    stop: () => {
      for (const timer of [connecting, waiting, whole]) clearTimeout(timer);
    },
  };
}
