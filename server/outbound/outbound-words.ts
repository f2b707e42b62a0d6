import { OutboundError } from './outbound-error.ts';

const seconds = (ms: number) => Math.round(ms / 100) / 10;

export function tooSlow(what: 'connect' | 'answer' | 'whole', ms: number): OutboundError {
  const sentences = {
    connect: `No connection came about within ${seconds(ms)} seconds.`,
    answer: `There was no answer within ${seconds(ms)} seconds.`,
    whole: `The answer was not complete after ${seconds(ms)} seconds.`,
  };
  return new OutboundError(what === 'connect' ? 'connection' : 'time', sentences[what]);
}

export function notAllowed(address: string): OutboundError {
  return new OutboundError(
    'private',
    'This address leads inside a private network. An administrator can allow it for this source.',
    `${address} is not a public address.`,
  );
}

export const redirected = () =>
  new OutboundError('redirect', 'The server redirects to another address. Enter the one that answers by itself.');

export const tooLarge = (bytes: number) =>
  new OutboundError('too_large', `The answer is larger than ${Math.floor(bytes / 1024 / 1024)} MB.`);

export const unreadable = () => new OutboundError('encoding', 'The answer is packed in a way that cannot be read.');

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';

/** What Node says about a failed call, as a class of problem. */
export function describeFailure(error: unknown): OutboundError {
  const code = codeOf(error);
  const detail = code === '' ? null : code;
  if (code === 'ABORT_ERR') return new OutboundError('time', 'The call was broken off.', detail);
  if (/^(ENOTFOUND|EAI_)/.test(code)) {
    return new OutboundError('name', 'This host name is not known here.', detail);
  }
  if (/CERT|SSL|TLS|SELF_SIGNED|UNABLE_TO_/.test(code)) {
    return new OutboundError(
      'certificate',
      'The certificate of the server is not trusted. Give the certificate of its authority.',
      detail,
    );
  }
  if (code.startsWith('HPE_')) return new OutboundError('not_http', 'What answers there does not speak HTTP.', detail);
  return new OutboundError('connection', 'No connection came about, or it broke.', detail);
}
