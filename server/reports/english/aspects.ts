export const aspects = {
  title: 'Aspect by aspect',
  spread: (aspect: string, below: number, all: number) =>
    `In ${aspect}, ${below} of ${all} cells are below their target`,
  spreadNone: 'Every cell of every aspect is at its target',
  spreadNote: 'How many cells stand at each level; the darker, the higher.',
  notOffered: 'not offered',
  stepCount: (n: number, step: string) => `${n} at ${step}`,
  table: (aspect: string) => `${aspect} has the longest way to go`,
  even: 'Every aspect has come equally far',
  columns: {
    aspect: 'Aspect',
    toTarget: 'To target',
    range: 'Range',
    median: 'Lower median',
    at: 'At target',
    below: 'Below',
  },
} as const;
