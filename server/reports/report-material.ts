import type { Bundle } from '#rubrics/evidence/bundle.ts';
import type { Rubric } from '#rubrics/rubric.ts';
import { percentToTarget } from '#rubrics/scoring/percent-to-target.ts';
import type { Cell, PercentToTarget } from '#rubrics/scoring/scorecard.ts';
import type { Break } from '../assessments/list-breaks.ts';
import type { Frozen } from '../assessments/read-frozen.ts';
import type { Change } from './compare-frozen.ts';
import type { Edition } from './edition.ts';
import type { ReportTexts } from './english.ts';
import type { QuarterPoint } from './report-model.ts';

type Part = { key: string; name: string; cells: Cell[]; toTarget: PercentToTarget };

/** What a report is made from: the documents of a frozen quarter, or for a draft those of this moment. */
export type Basis = Pick<Frozen, 'rubric' | 'bundle' | 'scorecard' | 'backlog'> & { edition: Edition };

/** Everything that the sections of a report draw on. */
export type Material = Basis & {
  texts: ReportTexts;
  /** null: there is no earlier published quarter */
  change: Change | null;
  /** published quarters up to this one, oldest first */
  history: QuarterPoint[];
  /** where that series is none */
  breaks: Break[];
  /** what counts as met though it is not, and what was set aside; of criteria that the rubric has */
  setAside: Pick<Bundle, 'exemptions' | 'notApplicable'>;
  capabilities: (Part & { owner: string | null; offered: boolean })[];
  aspects: Part[];
  nameOf: {
    capability: (key: string) => string;
    aspect: (key: string) => string;
    level: (level: number | null) => string;
    /** its level, or why it has none */
    standing: (cell: Standing) => string;
    criterion: (id: string) => string;
  };
};

export function gatherMaterial(given: Basis & Pick<Material, 'texts' | 'change' | 'history' | 'breaks'>): Material {
  const { bundle, rubric, scorecard } = given;
  const { pack, criteria } = rubric.pack;
  const weights = new Map(bundle.settings.capabilities.map(({ key, weight }) => [key, weight]));
  const part = (key: string, name: string, cells: Cell[]): Part => ({
    ...{ key, name, cells },
    toTarget: percentToTarget(
      cells.map((cell) => ({ cell, weight: weights.get(cell.capability) ?? 0 })),
      rubric.floor,
    ),
  });
  const byCapability = Map.groupBy(scorecard.cells, ({ capability }) => capability);
  const byAspect = Map.groupBy(scorecard.cells, ({ aspect }) => aspect);
  const order = new Map(pack.capabilities.map(({ key }, index) => [key, index]));
  const nameLevel = (level: number | null) => {
    const name = pack.levels.find((one) => one.level === level)?.name;
    return level === null ? given.texts.none : given.texts.cell.level(level, name ?? '');
  };
  const ids = new Set(criteria.map(({ id }) => id));
  const isAsked = ({ criterion }: { criterion: string }) => ids.has(criterion);
  return {
    ...given,
    setAside: {
      exemptions: bundle.exemptions.filter(isAsked),
      notApplicable: bundle.notApplicable.filter(isAsked),
    },
    capabilities: inOrder(bundle.settings.capabilities, order).map(({ key, name, owner, state }) => ({
      ...part(key, name, byCapability.get(key) ?? []),
      owner,
      offered: state === 'offered',
    })),
    aspects: pack.aspects.map(({ key, name }) => part(key, name, byAspect.get(key) ?? [])),
    nameOf: {
      capability: namer(bundle.settings.capabilities),
      aspect: namer(pack.aspects),
      criterion: namer(criteria.map(({ id, title }) => ({ key: id, name: title }))),
      level: nameLevel,
      standing: (cell) => {
        if (cell.state !== 'scored') return given.texts.cell[cell.state];
        return isUnanswered(cell, rubric) ? given.texts.unknown : nameLevel(cell.level);
      },
    },
  };
}

/** Where a cell stands; the confidence may be gone with time. */
type Standing = Pick<Cell, 'state' | 'level'> & Partial<Pick<Cell, 'confidence'>>;

/** Where answers are added up: nothing is known of a cell, which is not the same as 0. */
export const isUnanswered = ({ confidence, level }: Omit<Standing, 'state'>, { rollUp }: Rubric): boolean =>
  rollUp !== 'gated' && confidence === null && level === 0;

type Capability = Bundle['settings']['capabilities'][number];

/** The rubric's own capabilities in its order, then those that the platform has added. */
function inOrder(capabilities: Capability[], order: Map<string, number>): Capability[] {
  const place = ({ key }: Capability) => order.get(key) ?? order.size;
  return capabilities.toSorted((a, b) => place(a) - place(b) || (a.name < b.name ? -1 : 1));
}

function namer(named: { key: string; name: string }[]): (key: string) => string {
  const names = new Map(named.map(({ key, name }) => [key, name]));
  return (key) => names.get(key) ?? key;
}
