export const cover = {
  title: (platform: string, period: string) => `${platform}, ${period}`,
  line: (asOf: string, model: string) => `Evidence as of ${asOf}, against the ${model}`,
  footer: (given: { platform: string; period: string; rubric: string; coverage: string }) =>
    `${given.platform} · ${given.period} · ${given.rubric} · ${given.coverage} covered`,
  footerDraft: 'Draft: not frozen, so no hash names it yet',
  draft: 'Draft: the quarter as it stands now. Nothing here is frozen, and every figure may still change.',
  in_review: 'In review: this quarter has been frozen and not been published yet.',
  published: '',
  superseded: 'Superseded: its review ended without publishing it.',
  replaced: (frozenAt: string) => `Superseded by an assessment that was frozen on ${frozenAt}.`,
  replacedBecause: (frozenAt: string, why: string) =>
    `Superseded by an assessment that was frozen on ${frozenAt}, because: ${why}`,
  correction: (why: string) => `This corrects an assessment that was published before: ${why}`,
} as const;
