import type { Bundle } from '#rubrics/evidence/bundle.ts';
import { canonicalJson, sha256Hex } from '#rubrics/evidence/canonical.ts';
import { loadBundle } from '#rubrics/evidence/load-bundle.ts';
import type { Rubric } from '#rubrics/rubric.ts';
import { score } from '#rubrics/scoring/score.ts';
import { scorecardSchema } from '#rubrics/scoring/scorecard.ts';
import { summarise } from '#server/assessments/assessment-summary.ts';
import type { Frozen } from '#server/assessments/read-frozen.ts';
import { buildReportModel } from '#server/reports/build-report-model.ts';
import { compareFrozen } from '#server/reports/compare-frozen.ts';
import { editionOf } from '#server/reports/edition.ts';
import { english } from '#server/reports/english.ts';
import { gatherMaterial, type Material } from '#server/reports/report-material.ts';
import type { Block, ReportSource } from '#server/reports/report-model.ts';
import { installedRubrics } from '#server/rubrics/rubric-of.ts';
import { AS_OF, buildBundle, buildCapability } from './build-bundle.ts';

type Changes = {
  bundle?: Partial<Bundle>;
  rubric?: Rubric;
  assessment?: Partial<Frozen['assessment']>;
  backlog?: Frozen['backlog'];
};

export function cncfRubric(): Rubric {
  const rubric = installedRubrics().find(({ id }) => id === 'cncf-platform');
  if (rubric === undefined) throw new Error('The CNCF pack is missing.');
  return rubric;
}

/** A published quarter of two capabilities, `web-portals` and `data`, without evidence unless some is given. */
export function frozenQuarter({
  bundle = {},
  rubric = cncfRubric(),
  assessment = {},
  backlog = null,
}: Changes = {}): Frozen {
  const capabilities = [
    buildCapability({ key: 'web-portals', name: 'Web portals', owner: 'portal-team' }),
    buildCapability({ key: 'data', name: 'Data services' }),
  ];
  const settings = { capabilities, targets: [], minimumGroup: 5 };
  const loaded = loadBundle(buildBundle({ platform: 'payments', settings, ...bundle }));
  const scorecard = scorecardSchema.parse(score(rubric, loaded));
  return {
    rubric,
    bundle: loaded.bundle,
    scorecard,
    backlog,
    assessment: {
      ...{ id: 'a-1', platformId: 'p-1', platformName: 'Payments', previousId: null, period: '2026-Q2' },
      ...{ state: 'published' as const, asOf: AS_OF, scoring: 1, note: null },
      ...{ rubricId: rubric.id, rubricVersion: rubric.version, rubricSha256: rubric.sha256 },
      ...{ bundleSha256: loaded.sha256, scorecardSha256: sha256Hex(canonicalJson(scorecard)) },
      ...{ backlogSha256: null, asks: '[]', correction: null },
      ...{ frozenBy: 'Ada', frozenAt: '2026-07-01T08:00:00.000Z' },
      ...{ publishedBy: 'Grace', publishedAt: '2026-07-02T08:00:00.000Z' },
      ...assessment,
    },
  };
}

/** What a section is built from. */
export function reportMaterial(frozen: Frozen = frozenQuarter(), previous: Frozen | null = null): Material {
  const history = [previous, frozen].flatMap((quarter) => {
    if (quarter === null) return [];
    const { asOf, percentToTarget, rubric } = quarter.scorecard;
    return [{ period: quarter.assessment.period, asOf, percentToTarget, rubric }];
  });
  const change = previous === null ? null : compareFrozen(previous, frozen);
  const { rubric, bundle, scorecard, backlog } = frozen;
  const edition = editionOf(frozen.assessment, null);
  return gatherMaterial({ texts: english, edition, rubric, bundle, scorecard, backlog, change, history, breaks: [] });
}

/** What a format is given. */
export function reportSource(frozen: Frozen = frozenQuarter(), previous: Frozen | null = null): ReportSource {
  const material = reportMaterial(frozen, previous);
  return { summary: summarise(frozen.assessment), frozen, material, report: buildReportModel(material) };
}

/** The tables among the blocks of a section. */
export const tablesOf = (blocks: Block[]) => blocks.flatMap((block) => (block.kind === 'table' ? [block] : []));
export const paragraphsOf = (blocks: Block[]) =>
  blocks.flatMap((block) => (block.kind === 'paragraph' ? [block.text] : []));
