import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Logger } from 'pino';
import type { Meter } from '../health/meter.ts';
import { routeClass } from './route-class.ts';

/** Asked every few seconds by machines that watch: logged only when somebody wants everything. */
const OFTEN = new Set(['health', 'metrics']);

/**
 * Logs and counts a request when it has been answered, by the kind of its door: no address, no person, no platform. What comes
 * to a survey or to any secret link leaves no line, no count and no number.
 */
export function watchRequest(
  request: IncomingMessage,
  response: ServerResponse,
  { log, meter }: { log: Logger; meter: Meter },
): string | null {
  const route = routeClass([request.headers['x-plumbline-path']].flat()[0] ?? '/');
  if (route === null) return null;
  const requestId = randomBytes(9).toString('base64url');
  response.setHeader('x-request-id', requestId);
  const startedAt = performance.now();
  response.once('close', () => {
    const ms = performance.now() - startedAt;
    // a caller who went away before the answer was there
    const status = response.writableFinished ? response.statusCode : 499;
    meter.request(route, status, ms / 1000);
    const level = OFTEN.has(route) ? 'debug' : status >= 500 ? 'error' : 'info';
    log[level]({ requestId, method: request.method, route, status, ms: Math.round(ms) }, 'answered');
  });
  return requestId;
}
