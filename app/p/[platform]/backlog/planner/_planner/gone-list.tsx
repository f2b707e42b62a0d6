import type { AppText } from '../../../../../_messages/registry.ts';
import type { Scenario } from './planner-data.ts';

type Gone = NonNullable<Scenario['outcome']>['gone'];

/** What a scenario assumes of criteria that a newer rubric no longer has, or no longer asks there: kept, and marked. */
export function GoneList({ t, gone }: { t: AppText; gone: Gone }) {
  if (gone.length === 0) return null;
  return (
    <details className="text-xs text-muted">
      <summary className="pointer-coarse:py-3">{t('planner.gone.title', { n: gone.length })}</summary>
      <ul>
        {gone.map(({ criterion, capability, title, why }) => (
          <li key={`${criterion} ${capability}`}>
            {title ?? criterion} <span className="figures">{criterion}</span> {capability} · {t(`planner.gone.${why}`)}
          </li>
        ))}
      </ul>
    </details>
  );
}
