import { formatDate } from '../../../../_messages/format.ts';
import type { AppText } from '../../../../_messages/registry.ts';
import { Badge } from '../../../../_ui/badge.tsx';
import { Body, Cell, Head, HeadCell, Row, Table } from '../../../../_ui/table.tsx';
import { WithdrawButton } from '../../capabilities/_capability/claim-buttons.tsx';
import type { Register, RegisterItem } from './backlog-data.ts';
import { formatPoints } from './backlog-words.ts';
import { DecideExemption } from './decide-exemption.tsx';
import { daysUntil } from './register-figures.tsx';

const COLUMNS = ['criterion', 'kind', 'state', 'who', 'until', 'rests'] as const;
const TONES = { awaiting: 'needs-you', in_force: 'accent' } as const;

function StateCell({ t, item }: { t: AppText; item: RegisterItem }) {
  const tone = Object.entries(TONES).find(([state]) => state === item.state)?.[1] ?? 'neutral';
  return (
    <Cell className="align-top whitespace-nowrap">
      <Badge tone={tone}>{t(`backlog.register.states.${item.state}`)}</Badge>
    </Cell>
  );
}

function ActionsCell({ item }: { item: RegisterItem }) {
  return (
    <Cell className="align-top">
      <div className="-my-1 flex items-start justify-end gap-4">
        {item.mayDecide ? (
          <DecideExemption id={item.id} title={item.title ?? item.criterion} reason={item.reason} />
        ) : null}
        {item.mayWithdraw ? <WithdrawButton id={item.id} /> : null}
      </div>
    </Cell>
  );
}

function WhoCell({ t, item }: { t: AppText; item: RegisterItem }) {
  const decided =
    item.decidedBy === null || item.decidedAt === null
      ? null
      : t('backlog.register.decided', { name: item.decidedBy, day: formatDate(item.decidedAt, t.locale) });
  return (
    <Cell className="min-w-64 align-top">
      <p>{item.reason}</p>
      <p className="text-xs text-muted">
        {t('backlog.register.asked', { name: item.requestedBy, day: formatDate(item.requestedAt, t.locale) })}
        {decided === null ? null : ` · ${decided}`}
        {item.selfApproved ? ` · ${t('backlog.register.selfApproved')}` : null}
        {item.decisionNote === null ? null : ` · ${item.decisionNote}`}
      </p>
    </Cell>
  );
}

function UntilCell({ t, item, now }: { t: AppText; item: RegisterItem; now: string }) {
  if (item.expiresAt === null) return <Cell className="align-top text-muted">{t('backlog.register.always')}</Cell>;
  const days = daysUntil(item.expiresAt, now);
  return (
    <Cell className="align-top whitespace-nowrap">
      {formatDate(item.expiresAt, t.locale)}
      {item.state === 'in_force' ? (
        <span className={days <= 14 ? 'block text-xs font-medium text-needs-you' : 'block text-xs text-muted'}>
          {t('backlog.register.endsIn', { n: days })}
        </span>
      ) : null}
    </Cell>
  );
}

function RestsCell({ t, item: { weight } }: { t: AppText; item: RegisterItem }) {
  if (weight === null) return <Cell numeric />;
  const { cells, lifted, percent } = weight;
  return (
    <Cell numeric className="align-top">
      {percent === null || percent === 0 ? null : (
        <span className="block">{t('backlog.effect.points', { points: formatPoints(percent, t.locale) })}</span>
      )}
      <span className="block text-xs whitespace-nowrap text-muted">
        {t('backlog.register.cells', { n: cells })}
        {lifted === 0 ? null : `, ${t('backlog.register.lifted', { n: lifted })}`}
      </span>
    </Cell>
  );
}

/** Every exemption and "does not apply", the soonest end first; what is past stays below. */
export function RegisterTable({ t, register }: { t: AppText; register: Register }) {
  return (
    <Table label={t('backlog.exemptions')} className="min-w-240">
      <Head>
        <tr>
          {COLUMNS.map((column) => (
            <HeadCell key={column} numeric={column === 'rests'}>
              {t(`backlog.register.columns.${column}`)}
            </HeadCell>
          ))}
          <HeadCell>
            <span className="sr-only">{t('planner.scenarios.actions')}</span>
          </HeadCell>
        </tr>
      </Head>
      <Body>
        {register.items.map((item) => (
          <Row
            key={item.id}
            className={item.state === 'awaiting' || item.state === 'in_force' ? undefined : 'text-muted'}
          >
            <Cell className="min-w-56 align-top">
              <p className="font-medium">{item.title ?? t('backlog.item.gone')}</p>
              <p className="text-xs text-muted">
                <span className="figures">{item.criterion}</span> · {item.capabilityName ?? t('backlog.card.platform')}
              </p>
            </Cell>
            <Cell className="align-top whitespace-nowrap">{t(`backlog.register.kinds.${item.kind}`)}</Cell>
            <StateCell t={t} item={item} />
            <WhoCell t={t} item={item} />
            <UntilCell t={t} item={item} now={register.now} />
            <RestsCell t={t} item={item} />
            <ActionsCell item={item} />
          </Row>
        ))}
      </Body>
    </Table>
  );
}
