export const aspects = {
  title: 'Aspect by aspect',
  table: (aspect: string) => `${aspect} has most cells below target`,
  reached: 'Every aspect is at its targets',
  even: 'Every aspect has as many cells below target',
  columns: {
    aspect: 'Aspect',
    toTarget: 'To target',
    range: 'Range',
    median: 'Lower median',
    at: 'At target',
    below: 'Below',
  },
} as const;
