import type { Flip } from '#rubrics/scoring/flips.ts';
import { count, list } from './format.ts';

export const changes = {
  title: 'What changed, and why',
  first: 'This is the first published quarter, so there is nothing to compare it with yet.',
  split: (given: { period: string; total: string; evidence: string; rubric: string }) =>
    `Since ${given.period} the way to target changed by ${given.total}: ${given.evidence} come from evidence, ${given.rubric} from the new version of the rubric. What follows compares both quarters under the new one.`,
  same: (period: string, total: string) =>
    `Since ${period} the way to target changed by ${total}, under the same rubric.`,
  unknown: (period: string) => `The way to target cannot be compared with ${period}: one of the two is not known.`,
  moved: (up: string[], down: string[], n: number) => {
    const parts = [
      ...(up.length > 0 ? [`${list(up)} moved up`] : []),
      ...(down.length > 0 ? [`${list(down)} fell back`] : []),
    ];
    const cells = count(n, 'cell changed its level', 'cells changed their level');
    return parts.length === 0 ? cells : `${parts.join('; ')}: ${cells}`;
  },
  columns: { cell: 'Cell', from: 'Before', to: 'Now', why: 'Why' },
  nothing: 'No cell changed its level',
  flip: (id: string, state: string, why: string) => `${id} ${state} (${why})`,
  asked: (id: string) => `${id}: asked otherwise (the rubric)`,
  counts: (id: string, given: { before: string; after: string; why: string }) =>
    `${id}: ${given.after} in place of ${given.before} (${given.why})`,
  formerly: (id: string, before: string) => `${id} (was ${before})`,
  renamed: (pairs: readonly { from: string; to: string }[]) =>
    `The new version gave criteria new ids: ${list(pairs.map(({ from, to }) => `${from} is now ${to}`))}.`,
  quarters: (n: number) => `${count(n, 'quarter', 'quarters')} so far, each as it was frozen`,
  quartersNote: 'A dashed line is a break: what stands above it and what stands below are not one series.',
  breaks: {
    rubric: (from: string, to: string) => `another rubric: ${to} after ${from}`,
    wording: (_: string, to: string) => `a survey question in other words: “${to}”`,
    invited: (from: string, to: string) => `other people were asked: ${to} invited after ${from}`,
    capabilities: (added: string[], gone: string[]) => {
      const parts = [
        ...(added.length > 0 ? [`${list(added)} ${added.length === 1 ? 'is' : 'are'} offered now`] : []),
        ...(gone.length > 0 ? [`${list(gone)} no longer`] : []),
      ];
      return `another offer: ${parts.join('; ')}`;
    },
  },
  causes: {
    new_evidence: 'new evidence',
    stale_or_expired: 'evidence too old',
    source_broken: 'its source fails',
    exemption: 'an exemption',
    applicability: 'applicability',
    announcement: 'an announcement',
    rubric: 'the rubric',
  } satisfies Record<Flip['why'], string>,
  settings: {
    added: 'the capability was added',
    archived: 'the capability was archived',
    offered: 'the capability is offered now',
    no_longer_offered: 'the capability is no longer offered',
  },
} as const;
