import { count, list } from './format.ts';

export const levels = {
  title: 'Where each capability stands',
  even: 'All aspects are equally far from their targets',
  map: (best: string[], worst: string[]) =>
    `${list(best)} ${best.length === 1 ? 'leads' : 'lead'}; ${list(worst)} ${worst.length === 1 ? 'has' : 'have'} the longest way to go`,
  rose: (names: string[]) => `${list(names)} moved up`,
  fell: (names: string[]) => `${list(names)} fell back`,
  still: (names: string[]) => `${list(names)} did not move`,
  mapBeside: (before: string, now: string) => `In each pair, ${before} left, ${now} right. `,
  mapNote:
    'Filled: the level. Hatched: possible, if what is unknown turns out well. Notch: the target. Base line: how much of the evidence is there. Thin outline: claimed only. Dotted: not offered.',
  capabilities: (reached: number, all: number) => `${reached} of ${count(all, 'capability', 'capabilities')} at target`,
  barNote: 'Percent to target; the thin line is the range if the unknown is counted.',
} as const;
