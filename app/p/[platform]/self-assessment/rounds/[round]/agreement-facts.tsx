import { formatNumber, formatPercent } from '../../../../../_messages/format.ts';
import { getText } from '../../../../../_messages/get-text.ts';
import type { AppText } from '../../../../../_messages/registry.ts';
import { Stat } from '../../../../../_ui/stat.tsx';
import type { Result, Round } from '../rounds-data.ts';

type Agreement = Result['agreement'];

/** How far the first ratings agree, how sure that is, and what it is worth in plain words. */
export async function AgreementFacts({ round, agreement }: { round: Round; agreement: Agreement }) {
  const t = await getText();
  const { alpha, units, values, kappa } = agreement;
  return (
    <section aria-label={t('ratingRounds.result.alpha')} className="flex flex-col gap-3">
      <p className="max-w-2xl text-base">{t(`ratingRounds.result.reading.${readingOf(agreement)}`)}</p>
      <dl className="flex flex-wrap gap-x-12 gap-y-4">
        <Stat label={t('ratingRounds.result.assessors')} value={t('ratingRounds.list.handedIn', countsOf(round))} />
        <Stat
          label={t('ratingRounds.result.alpha')}
          value={alpha === null ? t('ratingRounds.result.undefined') : formatNumber(alpha, t.locale)}
        >
          {intervalWords(t, agreement)}
        </Stat>
        <Stat label={t('ratingRounds.result.places')} value={formatNumber(units, t.locale)}>
          {t('ratingRounds.result.values', { n: values })}
        </Stat>
        {kappa === null ? null : (
          <Stat label={t('ratingRounds.result.kappa')} value={kappaValue(t, kappa.linear)}>
            {t('ratingRounds.result.kappaWords', {
              linear: kappaValue(t, kappa.linear),
              quadratic: kappaValue(t, kappa.quadratic),
            })}
          </Stat>
        )}
      </dl>
      <p className="text-xs text-muted">{t('ratingRounds.result.method')}</p>
    </section>
  );
}

const countsOf = ({ handedIn, asked }: Round) => ({ handedIn, asked });

function readingOf({ reading, units }: Agreement) {
  if (reading !== 'undefined') return reading;
  return units === 0 ? 'none' : 'same';
}

const kappaValue = (t: AppText, kappa: number | null) =>
  kappa === null ? t('ratingRounds.result.undefined') : formatNumber(kappa, t.locale);

function intervalWords(t: AppText, { interval, seed }: Agreement): string | null {
  if (interval === null) return null;
  const { low, high, resamples, exact, undefinedShare } = interval;
  const limits = { low: formatNumber(low, t.locale), high: formatNumber(high, t.locale) };
  return [
    t('ratingRounds.result.interval', limits),
    t(exact ? 'ratingRounds.result.exact' : 'ratingRounds.result.drawn', { resamples, seed: String(seed) }),
    ...(undefinedShare > 0
      ? [t('ratingRounds.result.undefinedShare', { share: formatPercent(undefinedShare, t.locale, 1) })]
      : []),
  ].join(', ');
}
