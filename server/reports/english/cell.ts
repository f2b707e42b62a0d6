import { level } from './format.ts';

export const cell = {
  /** kept on one line */
  level: (value: number, name: string) => (name === '' ? level(value) : `${level(value)}\u00a0${name}`),
  upTo: (high: number) => `up to ${level(high)} if the unknown turns out well`,
  target: (target: number) => `target ${level(target)}`,
  covered: (coverage: string) => `${coverage} covered`,
  claimedOnly: (claimed: number) => `claimed ${claimed}, no evidence`,
  not_offered: 'not offered',
  not_applicable: 'does not apply',
  marks: {
    symptom: 'a symptom holds it down',
    stale: 'some evidence is stale',
    exempt: 'rests on an exemption',
    inherited: 'inherited from the platform',
    ahead: 'ahead in places',
  },
} as const;
