import Link from 'next/link';
import type { AppText } from '../../../../_messages/registry.ts';
import { type Backlog, type Item, isOpen } from '../../backlog/_backlog/backlog-data.ts';
import { dueWords, effectWords, isLate, ownerWords } from '../../backlog/_backlog/backlog-words.ts';
import { StateBadge } from '../../backlog/_backlog/state-badge.tsx';

function Improvement({ t, item, backlog }: { t: AppText; item: Item; backlog: Backlog }) {
  const due = dueWords(t, item, backlog.now);
  return (
    <li className="flex flex-wrap items-baseline justify-between gap-x-4 border-b border-hairline py-2 last:border-0">
      <span className="min-w-0">
        <Link
          href={`/p/${backlog.platform.key}/backlog/${item.id}`}
          prefetch={false}
          className="hover:underline hover:underline-offset-3"
        >
          {item.title}
        </Link>
        <span className="block text-xs text-muted">
          {ownerWords(t, item)}
          {due === null ? null : (
            <>
              {' · '}
              <span className={isLate(item, backlog.now) ? 'font-medium text-needs-you' : undefined}>{due}</span>
            </>
          )}
          {' · '}
          {t(item.measured === null ? 'backlog.effect.predicted' : 'backlog.effect.measured')}{' '}
          {effectWords(t, item.measured ?? item.predicted)}
        </span>
      </span>
      <StateBadge t={t} state={item.state} />
    </li>
  );
}

/** What is being done about a capability: what is open or waits for evidence; what is settled stays folded. */
export function CapabilityBacklog({ t, backlog }: { t: AppText; backlog: Backlog }) {
  const isStanding = ({ state }: Item) => isOpen(state) || state === 'done' || state === 'not_confirmed';
  const standing = backlog.items.filter(isStanding);
  const settled = backlog.items.filter((item) => !isStanding(item));
  return (
    <section className="pt-8">
      <h2 className="text-base font-semibold">{t('capability.backlog.title')}</h2>
      <p className="text-muted">
        {t(standing.length === 0 ? 'capability.backlog.none' : 'capability.backlog.about')}{' '}
        <Link className="link" href={`/p/${backlog.platform.key}/backlog`}>
          {t('capability.backlog.all')}
        </Link>
      </p>
      <ul className="mt-1">
        {standing.map((item) => (
          <Improvement key={item.id} t={t} item={item} backlog={backlog} />
        ))}
      </ul>
      {settled.length === 0 ? null : (
        <details className="mt-2">
          <summary className="text-xs text-muted pointer-coarse:py-2">
            {t('capability.backlog.closed', { n: settled.length })}
          </summary>
          <ul>
            {settled.map((item) => (
              <Improvement key={item.id} t={t} item={item} backlog={backlog} />
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}
