import type { inferRouterOutputs } from '@trpc/server';
import type { AppRouter } from '#server/router.ts';

type Outputs = inferRouterOutputs<AppRouter>;
export type Quarter = Outputs['assessments']['list']['assessments'][number];
export type Suggested = Outputs['assessments']['suggestPeriod'];
export type DraftWords = Outputs['reports']['preview']['words'];
export type Report = Outputs['reports']['read']['report'];
export type Block = Report['sections'][number]['blocks'][number];
export type BlockOf<Kind extends Block['kind']> = Extract<Block, { kind: Kind }>;
