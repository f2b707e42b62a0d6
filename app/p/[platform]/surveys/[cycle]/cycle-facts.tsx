import { formatDate, formatDateTime, formatPercent } from '../../../../_messages/format.ts';
import { getText } from '../../../../_messages/get-text.ts';
import type { AppText } from '../../../../_messages/registry.ts';
import { bandWords } from '../band-words.ts';
import type { Cycle } from './cycle-shape.ts';

/** What holds for the whole survey, in one row of facts. */
export async function CycleFacts({ cycle, timeZone }: { cycle: Cycle; timeZone: string }) {
  const t = await getText();
  const { minimums, closesAt, closedAt, state } = cycle;
  const names = new Set(cycle.questions.flatMap(({ capabilityName }) => capabilityName ?? []));
  const end = closedAt ?? closesAt;
  const facts = [
    { label: t('surveys.asks'), value: [...names].join(', ') },
    { label: t('surveys.cycle.length'), value: t('surveys.cycle.minutes', { n: cycle.minutes }) },
    { label: t('surveys.invited'), value: String(cycle.invited) },
    ...(state === 'closed' ? [] : [{ label: t('surveys.cycle.wanted'), value: wantedWords(t, cycle) }]),
    ...(state === 'open' ? [{ label: t('surveys.participation'), value: participationWords(t, cycle) }] : []),
    {
      label: t(closedAt === null ? 'surveys.closes' : 'surveys.closedOn'),
      value: end === null ? '' : formatDateTime(end, t.locale, timeZone),
    },
    { label: t('surveys.cycle.minimums'), value: t('surveys.cycle.minimumsValue', minimums) },
  ];
  return (
    <dl className="flex flex-wrap gap-x-10 gap-y-4" aria-label={t('surveys.cycle.facts')}>
      {facts.map(({ label, value }) => (
        <div key={label}>
          <dt className="text-xs text-muted">{label}</dt>
          <dd className="mt-0.5">{value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** The band with the day on which it was counted: it does not change before the next. */
function participationWords(t: AppText, { band, countedOn }: Cycle): string {
  if (countedOn === null) return t('surveys.bandDaily');
  return t('surveys.bandCounted', { band: bandWords(t, band, countedOn), date: formatDate(countedOn, t.locale) });
}

/** What to hope for before a survey is sent: fewer answers still count, with wider intervals. */
function wantedWords(t: AppText, { wanted: { answers, margin, confidence }, invited }: Cycle): string {
  const sure = formatPercent(confidence, t.locale);
  return t('surveys.cycle.wantedValue', { answers, invited, margin: margin * 100, confidence: sure });
}
