import type { inferRouterOutputs } from '@trpc/server';
import { TRPCError } from '@trpc/server';
import type { AppRouter } from '#server/router.ts';

type Outputs = inferRouterOutputs<AppRouter>;
export type Points = Outputs['overview']['points'];
export type Compared = Outputs['assessments']['comparison'];
export type Comparison = NonNullable<Compared['comparison']>;
export type Change = Comparison['cells'][number];

/** What is compared, as the address says it; a day goes before a quarter. */
export type Search = { from: string; fromDay: string; to: string; toDay: string };

export function parseSearch(query: Record<string, string | string[] | undefined>): Search {
  const one = (name: string) => (typeof query[name] === 'string' ? query[name] : '');
  return { from: one('from'), fromDay: one('fromDay'), to: one('to'), toDay: one('toDay') };
}

/** The sentence of a refusal that the visitor can mend by choosing other points; null: another kind of error. */
export function refusalOf(error: unknown): string | null {
  if (!(error instanceof TRPCError)) return null;
  return ['BAD_REQUEST', 'NOT_FOUND', 'SERVICE_UNAVAILABLE'].includes(error.code) ? error.message : null;
}
