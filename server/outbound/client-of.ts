import { guardedFetch, type Limits, type OutboundAnswer, type OutboundRequest } from './guarded-fetch.ts';

/** The way out to the network that a unit is given: what it may reach has been decided, it only says what to ask. */
export type OutboundClient = (request: Omit<OutboundRequest, 'allowed' | 'signal'>) => Promise<OutboundAnswer>;

type Bounds = { allowed: readonly string[]; signal?: AbortSignal | undefined; limits?: Partial<Limits> };

/** The client of one source or tracker: it reaches what this one may reach, and nothing else. */
export const clientOf =
  ({ allowed, signal, limits = {} }: Bounds): OutboundClient =>
  (request) =>
    guardedFetch({ ...request, allowed, signal, limits: { ...request.limits, ...limits } });
