import type { Frozen } from '../assessments/read-frozen.ts';
import { measureEvidence } from '../overview/measure-evidence.ts';
import { compareFrozen } from './compare-frozen.ts';
import { english } from './english.ts';
import { gatherMaterial } from './report-material.ts';
import type { QuarterPoint, Report } from './report-model.ts';
import { SECTIONS } from './sections/registry.ts';

/** The report of a frozen quarter, from frozen documents alone. `previous` is the quarter it was frozen to be compared with. */
export function buildReportModel(given: { frozen: Frozen; previous: Frozen | null; history: QuarterPoint[] }): Report {
  const { frozen, previous, history } = given;
  const texts = english;
  const change = previous === null ? null : compareFrozen(previous, frozen);
  const material = gatherMaterial({ texts, frozen, change, history });
  const { assessment, bundle, scorecard, rubric } = frozen;
  const { pack } = rubric.pack;
  const { platformName, period, state } = assessment;
  const coverage = texts.percent(measureEvidence(scorecard.cells).coverage);
  return {
    platform: { key: bundle.platform, name: platformName },
    title: texts.cover.title(platformName, period),
    coverLine: texts.cover.line(texts.date(scorecard.asOf), `${pack.model.name} ${pack.model.version}`),
    standing: texts.cover[state],
    footer: {
      line: texts.cover.footer({ platform: platformName, period, rubric: `${rubric.id} ${rubric.version}`, coverage }),
      hash: assessment.scorecardSha256,
    },
    sections: SECTIONS.map((build) => build(material)),
    levels: pack.levels.map(({ level, name }) => ({ level, name })),
  };
}
