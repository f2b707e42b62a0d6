import Link from 'next/link';
import type { AppText } from '../../../../_messages/registry.ts';
import type { ItemCriterion, OpenItem } from './backlog-data.ts';

/** Where a criterion stands: on the page of its capability, or of any where it is about the whole platform. */
function addressOf({ platform, capabilities }: OpenItem, { criterion, capability, aspect }: ItemCriterion): string {
  const query = new URLSearchParams({ ...(aspect === null ? {} : { aspect }), criterion });
  return `/p/${platform.key}/capabilities/${capability ?? capabilities[0]?.key ?? ''}?${query}`;
}

/** What an improvement should flip, and how each stands now. */
export function ItemCriteria({ t, open }: { t: AppText; open: OpenItem }) {
  return (
    <ul>
      {open.item.criteria.map((one) => (
        <li
          key={`${one.criterion} ${one.capability}`}
          className="flex flex-wrap items-baseline justify-between gap-x-4 border-b border-hairline py-2 last:border-0"
        >
          <span className="min-w-0">
            <Link href={addressOf(open, one)} prefetch={false} className="hover:underline hover:underline-offset-3">
              {one.title ?? t('backlog.item.gone')}
            </Link>
            <span className="block text-xs text-muted">
              <span className="figures">{one.criterion}</span> · {one.capabilityName ?? t('backlog.card.platform')}
            </span>
          </span>
          <span className={one.standing === 'reached' ? 'font-medium' : 'text-muted'}>
            {t(`backlog.item.standing.${one.standing ?? 'none'}`)}
          </span>
        </li>
      ))}
    </ul>
  );
}
