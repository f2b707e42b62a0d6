import { formatPercent } from '../../../../_messages/format.ts';
import type { AppText } from '../../../../_messages/registry.ts';
import { placeWords, sureWords } from '../../../../_ui/change-words.ts';
import { Body, Cell, Head, HeadCell, Row, Table } from '../../../../_ui/table.tsx';
import type { Effect, Names } from './rubrics-data.ts';

type Props = { t: AppText; names: Names; effect: Effect };
type Percent = Effect['percentToTarget']['before'];

/** `62 %, possibly 55 % to 78 %`. */
export function percentWords(t: AppText, { value, low, high }: Percent): string {
  if (value === null) return t('rubrics.dryRun.unknown');
  if (low === null || high === null || low === high) return formatPercent(value, t.locale);
  const [a, b, c] = [value, low, high].map((share) => formatPercent(share, t.locale));
  return t('rubrics.dryRun.percent', { value: a ?? '', low: b ?? '', high: c ?? '' });
}

/** No cell moves and no criterion changes its state. */
export const hasNoEffect = ({ comparison, criteria }: Effect) => comparison.cells.length + criteria.length === 0;

const stateWords = (t: AppText, state: Effect['criteria'][number]['before']) =>
  state === null ? t('rubrics.dryRun.gone') : t(`overview.states.${state}`);

function Cells({ t, names, effect }: Props) {
  const { cells } = effect.comparison;
  if (cells.length === 0) return null;
  const words = (kind: (typeof cells)[number]['kind'], facts: (typeof cells)[number]['after']) => {
    if (kind === 'target' && facts !== null) return t('moved.level.target', { target: facts.target });
    return kind === 'level' ? placeWords(t, facts, names.levels) : sureWords(t, facts);
  };
  return (
    <Table label={t('rubrics.dryRun.moves', { n: cells.length })}>
      <Head>
        <tr>
          <HeadCell className="w-2/5">{t('rubrics.dryRun.moves', { n: cells.length })}</HeadCell>
          <HeadCell>{t('rubrics.dryRun.before')}</HeadCell>
          <HeadCell>{t('rubrics.dryRun.after')}</HeadCell>
        </tr>
      </Head>
      <Body>
        {cells.map(({ capability, aspect, kind, before, after }) => (
          <Row key={`${capability} ${aspect}`}>
            <Cell>
              {t('rubrics.dryRun.cell', {
                aspect: names.names.aspects[aspect] ?? aspect,
                capability: names.names.capabilities[capability] ?? capability,
              })}
            </Cell>
            <Cell>{words(kind, before)}</Cell>
            <Cell>{words(kind, after)}</Cell>
          </Row>
        ))}
      </Body>
    </Table>
  );
}

function Criteria({ t, names, effect }: Props) {
  const { criteria } = effect;
  if (criteria.length === 0) return null;
  return (
    <Table label={t('rubrics.dryRun.flips', { n: criteria.length })}>
      <Head>
        <tr>
          <HeadCell className="w-2/5">{t('rubrics.dryRun.flips', { n: criteria.length })}</HeadCell>
          <HeadCell>{t('rubrics.dryRun.before')}</HeadCell>
          <HeadCell>{t('rubrics.dryRun.after')}</HeadCell>
          <HeadCell />
        </tr>
      </Head>
      <Body>
        {criteria.map(({ criterion, formerly, before, after, cells }) => (
          <Row key={`${criterion} ${before} ${after}`}>
            <Cell>
              <span className="figures text-muted">
                {formerly === undefined ? criterion : t('moved.renamed', { from: formerly, to: criterion })}
              </span>{' '}
              {names.names.criteria[criterion] ?? names.names.criteria[formerly ?? criterion]}
            </Cell>
            <Cell className="whitespace-nowrap">{stateWords(t, before)}</Cell>
            <Cell className="whitespace-nowrap">{stateWords(t, after)}</Cell>
            <Cell className="whitespace-nowrap text-muted">{t('rubrics.dryRun.inCells', { n: cells })}</Cell>
          </Row>
        ))}
      </Body>
    </Table>
  );
}

/** Criteria that only have another id: their state stays. */
function Renames({ t, names, effect }: Props) {
  const flipped = effect.criteria.map(({ criterion }) => criterion);
  const others = effect.comparison.rubrics.renamed?.filter(({ to }) => !flipped.includes(to)) ?? [];
  return others.map(({ from, to }) => (
    <p key={from}>
      <span className="figures text-muted">{t('moved.renamed', { from, to })}</span>{' '}
      {names.names.criteria[to] ?? names.names.criteria[from]}
    </p>
  ));
}

/** What a rubric would make of the same evidence, cell by cell. */
export function EffectView({ t, names, effect }: Props) {
  return (
    <div className="flex flex-col gap-4">
      {hasNoEffect(effect) ? <p className="text-muted">{t('rubrics.dryRun.noChange')}</p> : null}
      <Cells t={t} names={names} effect={effect} />
      <Criteria t={t} names={names} effect={effect} />
      <Renames t={t} names={names} effect={effect} />
    </div>
  );
}
