export const states = {
  met: 'now met',
  not_met: 'no longer met',
  unknown: 'no longer known',
  exempt: 'now exempt',
  not_applicable: 'no longer applies',
  announced: 'only announced',
  absent: 'gone',
} as const;
