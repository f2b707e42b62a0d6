import Link from 'next/link';
import { formatNumber } from '../../../../../_messages/format.ts';
import type { AppText } from '../../../../../_messages/registry.ts';
import type { Names, Plan, Surroundings } from './budget-data.ts';
import { EstimateField } from './estimate-field.tsx';
import { mayEstimate } from './work-row.tsx';

type Props = { t: AppText; plan: Plan; around: Surroundings; names: Names };

/** Work that nobody has estimated, and what the plan made of it. */
export function UnestimatedList({ t, plan, around, names }: Props) {
  if (plan.unestimated.length === 0) return null;
  const titles = new Map(around.criteria.map(({ id, title }) => [id, title]));
  return (
    <details className="border-t border-hairline pt-4">
      <summary className="cursor-pointer font-medium">
        {t('budget.missing.title', { n: plan.unestimated.length })}
      </summary>
      <p className="mt-1 text-muted">
        {plan.medianDays === null
          ? t('budget.missing.leftOut')
          : t('budget.missing.median', { n: formatNumber(plan.medianDays, t.locale, 2) })}
      </p>
      <ul className="mt-2 max-w-2xl">
        {plan.unestimated.map((place) => (
          <li
            key={`${place.criterion} ${place.capability}`}
            className="flex flex-wrap items-center justify-between gap-x-4 border-b border-hairline py-1.5 last:border-0"
          >
            <span className="min-w-0">
              <Link
                href={names.page(around.platform.key, place)}
                prefetch={false}
                className="hover:underline hover:underline-offset-3"
              >
                {titles.get(place.criterion) ?? place.criterion}
              </Link>
              <span className="block text-xs text-muted">
                <span className="figures">{place.criterion}</span> · {names.about(place.capability)}
              </span>
            </span>
            <EstimateField
              platform={around.platform.key}
              place={place}
              about={names.about(place.capability)}
              days={null}
              isOwn={false}
              mayChange={mayEstimate(around, place.capability)}
            />
          </li>
        ))}
      </ul>
    </details>
  );
}
