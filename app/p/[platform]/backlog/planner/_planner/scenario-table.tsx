import Link from 'next/link';
import { formatDate, formatNumber, formatPercent } from '../../../../../_messages/format.ts';
import type { AppText } from '../../../../../_messages/registry.ts';
import { pointsWords } from '../../../../../_ui/change-words.ts';
import { Body, Cell, Head, HeadCell, Row, Table } from '../../../../../_ui/table.tsx';
import { type ListedScenario, plannerAddress, type ScenarioList } from './planner-data.ts';
import { RemoveScenario } from './remove-scenario.tsx';

/** `12 person-days, 2 without an estimate`. */
export function effortWords(t: AppText, { days, unknown }: { days: number; unknown: number }): string {
  const known = t('planner.days', { n: days, days: formatNumber(days, t.locale, 1) });
  return unknown === 0 ? known : `${known}, ${t('planner.effort.unknown', { n: unknown })}`;
}

function ScenarioRow({ t, scenario, list }: { t: AppText; scenario: ListedScenario; list: ScenarioList }) {
  const { id, name, description, createdBy, updatedAt, outcome } = scenario;
  const value = outcome?.percentToTarget.value ?? null;
  return (
    <Row>
      <Cell className="min-w-48">
        <Link className="link font-medium" prefetch={false} href={plannerAddress(list.platform.key, { scenario: id })}>
          {name}
        </Link>
        <span className="block max-w-md text-xs text-pretty text-muted">{description}</span>
        {outcome === null || outcome.gone === 0 ? null : (
          <span className="block text-xs text-muted">{t('planner.gone.title', { n: outcome.gone })}</span>
        )}
      </Cell>
      <Cell numeric>{value === null ? t('planner.head.unknown') : formatPercent(value, t.locale, 1)}</Cell>
      <Cell numeric className="whitespace-nowrap">
        {outcome === null || outcome.effect.value === null
          ? t('planner.head.unknown')
          : pointsWords(t, outcome.effect.value)}
      </Cell>
      <Cell numeric>{outcome?.effect.cells ?? 0}</Cell>
      <Cell numeric className="whitespace-nowrap">
        {outcome === null ? t('planner.head.unknown') : effortWords(t, outcome.effort)}
      </Cell>
      <Cell className="text-xs whitespace-nowrap text-muted">
        {createdBy}
        <span className="block">{formatDate(updatedAt, t.locale, list.platform.timeZone)}</span>
      </Cell>
      <Cell className="text-right">
        {scenario.mayChange ? <RemoveScenario platform={list.platform.key} scenario={scenario} /> : null}
      </Cell>
    </Row>
  );
}

/** The scenarios that are kept, each with what it comes to on the evidence of now. */
export function ScenarioTable({ t, list }: { t: AppText; list: ScenarioList }) {
  return (
    <Table label={t('planner.parts.scenarios')}>
      <Head>
        <tr>
          <HeadCell>{t('planner.scenarios.name')}</HeadCell>
          <HeadCell numeric>{t('planner.scenarios.percent')}</HeadCell>
          <HeadCell numeric>{t('planner.scenarios.gain')}</HeadCell>
          <HeadCell numeric>{t('planner.scenarios.cells')}</HeadCell>
          <HeadCell numeric>{t('planner.scenarios.effort')}</HeadCell>
          <HeadCell>{t('planner.scenarios.author')}</HeadCell>
          <HeadCell>
            <span className="sr-only">{t('planner.scenarios.actions')}</span>
          </HeadCell>
        </tr>
      </Head>
      <Body>
        {list.scenarios.map((scenario) => (
          <ScenarioRow key={scenario.id} t={t} scenario={scenario} list={list} />
        ))}
      </Body>
    </Table>
  );
}
