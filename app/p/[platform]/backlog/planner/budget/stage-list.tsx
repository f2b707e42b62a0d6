import { formatNumber, formatPercent } from '../../../../../_messages/format.ts';
import type { AppText } from '../../../../../_messages/registry.ts';
import { Badge } from '../../../../../_ui/badge.tsx';
import { Body, Head, HeadCell, Table } from '../../../../../_ui/table.tsx';
import type { Asked, Names, Plan, Surroundings } from './budget-data.ts';
import { WorkRow } from './work-row.tsx';

type Props = { t: AppText; plan: Plan; asked: Asked; around: Surroundings; names: Names };
const COLUMNS = ['work', 'about', 'owner', 'days', 'wish'] as const;

function StageHead({ t, stage, names }: { t: AppText; stage: Plan['stages'][number]; names: Names }) {
  const { days, percentToTarget, cells } = stage;
  const percent = percentToTarget === null ? t('budget.unknown') : formatPercent(percentToTarget, t.locale, 1);
  return (
    <tr>
      <th scope="colgroup" colSpan={COLUMNS.length} className="pt-5 pb-1.5 text-left font-medium">
        <span className="mr-3">{t('budget.stages.after', { n: formatNumber(days, t.locale, 2), percent })}</span>
        <span className="inline-flex flex-wrap gap-1.5 align-middle">
          {cells.length === 0 ? <Badge>{t('budget.stages.noLevel')}</Badge> : null}
          {highestOf(cells).map(({ capability, aspect, level }) => (
            <Badge key={`${capability} ${aspect} ${level}`} tone="accent">
              {t('budget.stages.unlocks', {
                ...{ capability: names.about(capability), aspect: names.aspect(aspect) },
                level: formatNumber(level, t.locale, 2),
              })}
            </Badge>
          ))}
        </span>
      </th>
    </tr>
  );
}

/** Each cell once, with the highest level that the stage brings it to. */
function highestOf<C extends { capability: string; aspect: string; level: number }>(cells: readonly C[]): C[] {
  const byCell = Map.groupBy(cells, ({ capability, aspect }) => `${capability}/${aspect}`);
  return [...byCell.values()].flatMap((same) => same.toSorted((a, b) => b.level - a.level).slice(0, 1));
}

/** The work, stage by stage, with what each unlocks. */
export function StageList({ t, plan, asked, around, names }: Props) {
  return (
    <section>
      <h2 className="text-base font-semibold">{t('budget.stages.title')}</h2>
      <p className="mt-0.5 mb-2 text-xs text-muted">{t('budget.stages.about')}</p>
      <Table label={t('budget.stages.title')} className="min-w-200">
        <Head>
          <tr>
            {COLUMNS.map((column) => (
              <HeadCell key={column} numeric={column === 'days'}>
                {t(`budget.columns.${column}`)}
              </HeadCell>
            ))}
          </tr>
        </Head>
        {plan.stages.map((stage) => (
          <Body key={stage.days}>
            <StageHead t={t} stage={stage} names={names} />
            {stage.work.map((work) => (
              <WorkRow key={`${work.criterion} ${work.capability}`} {...{ t, work, asked, around, names }} />
            ))}
          </Body>
        ))}
      </Table>
    </section>
  );
}
