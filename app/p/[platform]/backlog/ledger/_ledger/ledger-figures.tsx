import { formatNumber } from '../../../../../_messages/format.ts';
import type { AppText } from '../../../../../_messages/registry.ts';
import { Stat } from '../../../../../_ui/stat.tsx';
import type { Ledger } from './ledger-data.ts';
import { errorWords, headlineWords, ratioWords, shareWords } from './ledger-words.ts';

/** Are our estimates any good? In a sentence, and in five figures that say how sure they are. */
export function LedgerFigures({ t, ledger }: { t: AppText; ledger: Ledger }) {
  const { all } = ledger;
  const [error, share] = [errorWords(t, all), shareWords(t, all)];
  const { verified, settled, daysToVerify, effort } = all;
  const unsaid = <span className="font-sans text-sm font-normal text-muted">{t('ledger.notSaid')}</span>;
  const unknown = <span className="font-sans text-sm font-normal text-muted">{t('ledger.none')}</span>;
  return (
    <section className="mb-8">
      <p className="max-w-3xl text-base font-medium">{headlineWords(t, ledger)}</p>
      <p className="mt-1 max-w-3xl text-xs text-muted">{t('ledger.how')}</p>
      <dl className="mt-4 grid grid-cols-2 gap-x-8 gap-y-4 sm:grid-cols-3 lg:grid-cols-5">
        <Stat label={t('ledger.ratio')} value={ratioWords(t, all) ?? unsaid} />
        <Stat label={t('ledger.error')} value={error?.value ?? unsaid}>
          {error?.interval}
        </Stat>
        <Stat label={t('ledger.share')} value={share?.value ?? t('ledger.shareOf', { verified, settled })}>
          {share === null ? t('ledger.notSaid') : share.interval}
        </Stat>
        <Stat
          label={t('ledger.days')}
          value={
            daysToVerify === null
              ? unknown
              : t('ledger.daysValue', { n: Number(daysToVerify.toFixed(daysToVerify < 1 ? 1 : 0)) })
          }
        >
          {daysToVerify === null ? null : t('ledger.daysAbout')}
        </Stat>
        <Stat
          label={t('ledger.effort')}
          value={
            effort === null
              ? unknown
              : t('ledger.effortValue', {
                  actual: formatNumber(effort.actual, t.locale, 1),
                  estimated: formatNumber(effort.estimated, t.locale, 1),
                })
          }
        >
          {effort === null ? null : t('ledger.effortAbout', { n: effort.improvements })}
        </Stat>
      </dl>
    </section>
  );
}
