import Link from 'next/link';
import { formatDate } from '../../../../_messages/format.ts';
import type { AppText } from '../../../../_messages/registry.ts';
import type { OpenItem } from './backlog-data.ts';
import { asOfWords, isLate, ownerWords } from './backlog-words.ts';
import { EffectFacts } from './effect-facts.tsx';
import { Fact } from './fact.tsx';
import { namesOf } from './names-of.ts';

/** Who, until when, how much, and its way so far. */
export function ItemFacts({ t, open }: { t: AppText; open: OpenItem }) {
  const { item, now, platform } = open;
  const day = (iso: string) => formatDate(iso, t.locale, platform.timeZone);
  return (
    <dl>
      <Fact name={t('backlog.item.owner')}>{ownerWords(t, item)}</Fact>
      <Fact name={t('backlog.item.due')}>
        {item.dueOn === null ? (
          <span className="text-muted">{t('backlog.item.noDate')}</span>
        ) : (
          <span className={isLate(item, now) ? 'font-medium text-needs-you' : undefined}>
            {formatDate(item.dueOn, t.locale)}
          </span>
        )}
      </Fact>
      <Fact name={t('backlog.item.effort')}>
        {item.effortDays === null ? (
          <span className="text-muted">{t('backlog.item.noEffort')}</span>
        ) : (
          t('backlog.card.days', { n: item.effortDays })
        )}
      </Fact>
      {item.actualDays === null ? null : (
        <Fact name={t('backlog.item.actual')}>{t('backlog.card.days', { n: item.actualDays })}</Fact>
      )}
      {item.campaign === null ? null : (
        <Fact name={t('backlog.item.campaign')}>
          <Link className="link" href={`/p/${platform.key}/backlog/campaigns/${item.campaign.id}`}>
            {item.campaign.name}
          </Link>
        </Fact>
      )}
      <Fact name={t('backlog.item.proposed')}>
        {t('backlog.item.proposedBy', { day: day(item.createdAt), name: item.createdBy })}
      </Fact>
      {item.startedAt === null ? null : <Fact name={t('backlog.item.started')}>{day(item.startedAt)}</Fact>}
      {item.closedAt === null ? null : <Fact name={t('backlog.item.closed')}>{day(item.closedAt)}</Fact>}
      {item.confirmBy === null ? null : <Fact name={t('backlog.item.confirmBy')}>{day(item.confirmBy)}</Fact>}
    </dl>
  );
}

/** What was predicted beside what was measured. */
export function ItemEffects({ t, open }: { t: AppText; open: OpenItem }) {
  const { item, platform } = open;
  const { predicted, measured } = item;
  const names = namesOf(open);
  return (
    <div className="grid gap-x-8 gap-y-4 sm:grid-cols-2">
      <section>
        <h2 className="text-xs font-medium text-muted">{t('backlog.effect.predicted')}</h2>
        {predicted === null ? (
          <p className="text-muted">{t('backlog.effect.notScored')}</p>
        ) : (
          <>
            <EffectFacts t={t} effect={predicted} names={names} />
            <p className="mt-1 text-xs text-muted">{asOfWords(t, predicted.asOf, platform.timeZone)}</p>
          </>
        )}
      </section>
      <section>
        <h2 className="text-xs font-medium text-muted">{t('backlog.effect.measured')}</h2>
        {measured === null ? (
          <p className="text-muted">{t('backlog.effect.notMeasured')}</p>
        ) : (
          <>
            <EffectFacts t={t} effect={measured} names={names} />
            <p className="mt-1 text-xs text-muted">
              {t('backlog.effect.how')} {asOfWords(t, measured.asOf, platform.timeZone)}
            </p>
          </>
        )}
      </section>
    </div>
  );
}
