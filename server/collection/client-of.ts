import { guardedFetch, type Limits } from '../outbound/guarded-fetch.ts';
import type { SourceClient } from '../sources/source.ts';

type Bounds = { allowed: readonly string[]; signal?: AbortSignal | undefined; limits?: Partial<Limits> };

/** The client that a source is given: it reaches what this source may reach, and nothing else. */
export const clientOf =
  ({ allowed, signal, limits = {} }: Bounds): SourceClient =>
  (request) =>
    guardedFetch({ ...request, allowed, signal, limits: { ...request.limits, ...limits } });
