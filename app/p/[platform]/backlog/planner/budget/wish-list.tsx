import Link from 'next/link';
import type { AppText } from '../../../../../_messages/registry.ts';
import { CloseIcon } from '../../../../../_ui/icons.tsx';
import { type Asked, addressOf, type Names, type Place, withoutWish } from './budget-data.ts';

type Props = { t: AppText; platform: string; asked: Asked; names: Names };

/** What must be in the plan and what must not, each to be taken back. */
export function WishList({ t, platform, asked, names }: Props) {
  const wishes = [
    ...asked.must.map((place) => ({ kind: 'must' as const, place })),
    ...asked.never.map((place) => ({ kind: 'never' as const, place })),
  ];
  if (wishes.length === 0) return null;
  const nameOf = ({ criterion, capability }: Place) => `${criterion}, ${names.about(capability)}`;
  return (
    <section aria-label={t('budget.wishes.title')} className="mb-6">
      <ul className="flex flex-wrap items-center gap-2">
        {wishes.map(({ kind, place }) => (
          <li key={`${kind} ${place.criterion} ${place.capability}`}>
            <Link
              href={addressOf(platform, withoutWish(asked, place))}
              prefetch={false}
              aria-label={t('budget.wishes.drop', { place: nameOf(place) })}
              className="inline-flex h-7 items-center gap-1 rounded-md border border-hairline px-2 text-xs hover:bg-sunken pointer-coarse:h-11"
            >
              {t(`budget.wishes.${kind}`, { place: nameOf(place) })}
              <CloseIcon />
            </Link>
          </li>
        ))}
        <li>
          <Link
            href={addressOf(platform, { ...asked, must: [], never: [] })}
            prefetch={false}
            className="text-xs text-muted underline underline-offset-3"
          >
            {t('budget.wishes.clear')}
          </Link>
        </li>
      </ul>
    </section>
  );
}
