import type { MetricLeaf } from '../pack.ts';
import { questionTypes } from '../question-types/registry.ts';
import { type Check, leavesIn } from './check.ts';
import { type Definitions, definitionsOf } from './leaf-unit.ts';

/** A statistic fits what it is taken of, and has the fields that it needs. */
export const statisticFits: Check = {
  key: 'statistic-fits',
  find: (source) => {
    const definitions = definitionsOf(source);
    return leavesIn(source).flatMap((found) => {
      const misfits = found.kind === 'metric' ? metricMisfits(found.leaf, definitions) : [];
      if (found.kind === 'survey') {
        const { survey, statistic, answers } = found.leaf;
        const kind = definitions.questions.get(survey)?.kind ?? '';
        const has = Object.keys(questionTypes[kind]?.statistics ?? {});
        if (has.length > 0 && !has.includes(statistic))
          misfits.push([
            'statistic',
            `a question of kind "${kind}" has no "${statistic}"`,
            `write ${has.join(' or ')}`,
          ]);
        if ((statistic === 'share') !== (answers !== undefined))
          misfits.push(['answers', '"share", and no other statistic, names the answers that count', '"answers: […]"']);
      }
      return misfits.map(([field, message, instead]) => ({
        file: found.file,
        path: [...found.path, field],
        message,
        instead,
      }));
    });
  },
};

type Misfit = [field: string, message: string, instead: string];

function metricMisfits({ metric, statistic, label, denominator }: MetricLeaf, { metrics }: Definitions): Misfit[] {
  const kind = metrics.get(metric)?.kind;
  const misfits: Misfit[] = [];
  if (/^p\d\d$/.test(statistic) && kind !== undefined && kind !== 'distribution')
    misfits.push([
      'statistic',
      `${statistic} of "${metric}", which is no distribution`,
      'write latest, mean, min or max',
    ]);
  if ((statistic === 'distinct') !== (label !== undefined))
    misfits.push(['statistic', '"distinct", and no other statistic, names a label', 'add or remove "label:"']);
  if ((statistic === 'share') !== (denominator !== undefined))
    misfits.push(['statistic', '"share", and no other statistic, names a denominator', 'add or remove "denominator:"']);
  return misfits;
}
