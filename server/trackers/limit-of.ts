import type { OutboundAnswer } from '../outbound/guarded-fetch.ts';

const MINUTE_MS = 60_000;
/** Whatever a server asks for, it is asked again after a day. */
const LONGEST_MS = 24 * 60 * MINUTE_MS;

/**
 * Until when a server asks for silence (epoch milliseconds); null: this answer asks for none. As GitHub, GitLab and Jira say it:
 * `Retry-After`, else the reset of a limit of which nothing is left, else a minute where a text says that it was too much.
 */
export function limitOf({ status, headers, body }: OutboundAnswer, nowMs: number): number | null {
  if (status !== 403 && status !== 429) return null;
  const until = retryAfter(headers, nowMs) ?? resetOf(headers) ?? spoken(status, body, nowMs);
  return until === null ? null : Math.min(Math.max(until, nowMs + 1_000), nowMs + LONGEST_MS);
}

function retryAfter({ 'retry-after': text }: Record<string, string>, nowMs: number): number | null {
  if (text === undefined) return null;
  const ms = /^\d{1,9}$/.test(text) ? nowMs + Number(text) * 1_000 : Date.parse(text);
  return Number.isFinite(ms) ? ms : null;
}

/** GitHub and GitLab give seconds since 1970, Jira a time. */
function resetOf(headers: Record<string, string>): number | null {
  const left = headers['x-ratelimit-remaining'] ?? headers['ratelimit-remaining'];
  const reset = headers['x-ratelimit-reset'] ?? headers['ratelimit-reset'];
  if (left !== '0' || reset === undefined) return null;
  const ms = /^\d{1,12}$/.test(reset) ? Number(reset) * 1_000 : Date.parse(reset);
  return Number.isFinite(ms) ? ms : null;
}

const spoken = (status: number, body: string, nowMs: number): number | null =>
  status === 429 || /rate limit|abuse detection/i.test(body) ? nowMs + MINUTE_MS : null;
