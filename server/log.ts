import { type Logger, pino } from 'pino';

/** What may hide a secret in a line of the log, and what is left of it there. */
const HIDDEN: readonly [RegExp, string][] = [
  [/plb_[\w-]+/g, 'plb_…'],
  [/(\/(?:s|set-up|welcome|unsubscribe)\/)[\w%.~-]+/g, '$1…'],
  // user and password of an address
  [/(\b[a-z][a-z+]*:\/\/)[^\s/"']+@/gi, '$1…@'],
  [/\?[\w%.~[\]-]+=[^\s"'\\)]*/g, '?…'],
  [/\b(bearer|basic)\s+[\w.~+/=-]+/gi, '$1 …'],
  [
    /((?:password|passwd|secret|token|authorization|cookie|api[_-]?key)\w*[\\"']*\s*[:=]\s*[\\"']*)[^\s"'\\,;})]+/gi,
    '$1…',
  ],
];

/** The log: one JSON object a line, without anybody's secrets whatever an error has picked up. */
export function makeLog(
  options: { level: string; name?: string; secret: string },
  destination?: { write: (line: string) => void },
): Logger {
  const { level, name, secret } = options;
  const settings = {
    level,
    ...(name === undefined ? { base: null } : { base: { name } }),
    serializers: { err: describeError },
    hooks: { streamWrite: (line: string) => hideSecrets(line, secret) },
  };
  return destination === undefined ? pino(settings) : pino(settings, destination);
}

export function hideSecrets(line: string, secret: string): string {
  return HIDDEN.reduce((text, [pattern, left]) => text.replace(pattern, left), line.replaceAll(secret, '…'));
}

type Described = { type: string; message: string; code?: unknown; stack?: string; cause?: Described };

/** Of an error only this: a database adds the values that it refused, a network what was sent. */
function describeError(error: unknown): Described {
  if (!(error instanceof Error)) return { type: typeof error, message: String(error) };
  return {
    type: error.name,
    message: error.message,
    ...('code' in error ? { code: error.code } : {}),
    ...(error.stack === undefined ? {} : { stack: error.stack }),
    ...(error.cause instanceof Error ? { cause: describeError(error.cause) } : {}),
  };
}
