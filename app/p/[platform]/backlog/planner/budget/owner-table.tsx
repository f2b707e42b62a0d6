import { formatNumber } from '../../../../../_messages/format.ts';
import type { AppText } from '../../../../../_messages/registry.ts';
import { Body, Cell, Head, HeadCell, Row, Table } from '../../../../../_ui/table.tsx';
import type { Names, Plan } from './budget-data.ts';

/** How the work falls to the teams. */
export function OwnerTable({ t, plan, names }: { t: AppText; plan: Plan; names: Names }) {
  return (
    <section className="max-w-xl">
      <h2 className="mb-2 text-base font-semibold">{t('budget.owners.title')}</h2>
      <Table label={t('budget.owners.title')}>
        <Head>
          <tr>
            <HeadCell>{t('budget.owners.team')}</HeadCell>
            <HeadCell numeric>{t('budget.owners.work')}</HeadCell>
            <HeadCell numeric>{t('budget.owners.days')}</HeadCell>
          </tr>
        </Head>
        <Body>
          {plan.owners.map(({ team, work, days }) => (
            <Row key={team}>
              <Cell>{team === null ? t('budget.owners.nobody') : names.team(team)}</Cell>
              <Cell numeric>{work}</Cell>
              <Cell numeric>{formatNumber(days, t.locale, 2)}</Cell>
            </Row>
          ))}
        </Body>
      </Table>
    </section>
  );
}
