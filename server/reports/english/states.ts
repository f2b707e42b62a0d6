export const states = {
  met: 'now met',
  not_met: 'no longer met',
  /** it was not known before, or did not count */
  found_not_met: 'found not met',
  unknown: 'no longer known',
  exempt: 'now exempt',
  not_applicable: 'no longer applies',
  announced: 'only announced',
  absent: 'gone',
} as const;
