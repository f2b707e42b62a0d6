import { measureEvidence } from '../overview/measure-evidence.ts';
import type { Edition } from './edition.ts';
import type { Material } from './report-material.ts';
import type { Report } from './report-model.ts';
import { SECTIONS } from './sections/registry.ts';

/** The report in words and figures, from what was gathered for it. */
export function buildReportModel(material: Material): Report {
  const { texts, edition, bundle, scorecard, rubric } = material;
  const { pack } = rubric.pack;
  const { platformName, period } = edition;
  const coverage = texts.percent(measureEvidence(scorecard.cells).coverage);
  return {
    platform: { key: bundle.platform, name: platformName },
    title: texts.cover.title(platformName, period),
    coverLine: texts.cover.line(texts.date(scorecard.asOf), `${pack.model.name} ${pack.model.version}`),
    standing: standingOf(edition, texts),
    footer: {
      line: texts.cover.footer({ platform: platformName, period, rubric: `${rubric.id} ${rubric.version}`, coverage }),
      hash: edition.hashes?.scorecard ?? null,
    },
    sections: SECTIONS.map((build) => build(material)),
    levels: pack.levels.map(({ level, name }) => ({ level, name })),
  };
}

function standingOf({ state, correction, replacedBy }: Edition, texts: Material['texts']): string {
  const { cover, date } = texts;
  const own: string[] = [cover[state]];
  if (state === 'superseded' && replacedBy !== null) {
    const { frozenAt, why } = replacedBy;
    own[0] = why === null ? cover.replaced(date(frozenAt)) : cover.replacedBecause(date(frozenAt), why);
  }
  if (correction !== null) own.push(cover.correction(correction));
  return own.filter((sentence) => sentence !== '').join(' ');
}
