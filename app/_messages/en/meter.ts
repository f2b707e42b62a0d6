export const meter = {
  level: '{level} {name}',
  unknown: 'Not known yet',
  claimedOnly: 'Not known yet, claimed {claimed}',
  not_offered: 'Not offered',
  not_applicable: 'Does not apply',
  hidden: 'Hidden to protect those who answered',
  target: 'target {target}',
  possible: 'up to {high} if the unknown turns out well',
  covered: '{coverage} covered by evidence',
  marks: {
    symptom: 'held down by a symptom',
    stale: 'some evidence is stale',
    exempt: 'counts an exemption',
    inherited: 'inherited from the platform',
    ahead: 'some criteria of higher levels are met already',
  },
} as const;
