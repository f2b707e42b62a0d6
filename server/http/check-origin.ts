import type { Env } from '../env.ts';

export type OriginRequest = {
  method: string;
  path: string;
  secFetchSite: string | undefined;
  origin: string | undefined;
  host: string | undefined;
};

const READS = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Whether a request may change something: it must come from our own pages. Browsers say so in Sec-Fetch-Site, older ones
 * by Origin; a request with neither is refused. The machine doors under /api/v1/ take no cookie, so nobody's session can
 * be borrowed there.
 */
export function mayChange(request: OriginRequest, env: Pick<Env, 'publicUrl' | 'publicUrlGiven'>): boolean {
  if (READS.has(request.method) || request.path.startsWith('/api/v1/')) return true;
  if (request.origin !== undefined && request.origin !== 'null' && !isOurs(request.origin, request.host, env))
    return false;
  if (request.secFetchSite !== undefined) return request.secFetchSite === 'same-origin';
  return request.origin !== undefined && request.origin !== 'null';
}

/** PUBLIC_URL where it is given; else the host that the browser itself asked for. */
function isOurs(origin: string, host: string | undefined, env: Pick<Env, 'publicUrl' | 'publicUrlGiven'>): boolean {
  if (origin === env.publicUrl) return true;
  return !env.publicUrlGiven && origin === `http://${host}`;
}
