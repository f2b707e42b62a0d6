export const cell = {
  /** kept on one line */
  level: (level: number, name: string) => `${level}\u00a0${name}`,
  upTo: (high: number) => `up to ${high} if the unknown turns out well`,
  target: (target: number) => `target ${target}`,
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
