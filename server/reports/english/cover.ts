export const cover = {
  title: (platform: string, period: string) => `${platform}, ${period}`,
  line: (asOf: string, model: string) => `Evidence as of ${asOf}, held against the ${model}`,
  footer: (given: { platform: string; period: string; rubric: string; coverage: string }) =>
    `${given.platform} · ${given.period} · ${given.rubric} · ${given.coverage} covered`,
  in_review: 'In review: this quarter has been frozen and not been published yet.',
  superseded: 'Superseded: a later assessment of this quarter has taken its place, or its review ended without one.',
  published: '',
} as const;
