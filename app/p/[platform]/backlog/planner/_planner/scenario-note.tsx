import { formatDate } from '../../../../../_messages/format.ts';
import type { AppText } from '../../../../../_messages/registry.ts';
import { GoneList } from './gone-list.tsx';
import type { Scenario } from './planner-data.ts';

/** Which scenario is open, whose it is, and what of it has no place any more. */
export function ScenarioNote({ t, scenario, timeZone }: { t: AppText; scenario: Scenario; timeZone: string }) {
  const { name, description, createdBy, updatedAt, outcome } = scenario;
  return (
    <section className="pb-4">
      <h2 className="text-base font-semibold">{name}</h2>
      <p className="text-xs text-muted">
        {t('planner.scenario.by', { name: createdBy, day: formatDate(updatedAt, t.locale, timeZone) })}
      </p>
      {description === '' ? null : <p className="max-w-2xl whitespace-pre-line">{description}</p>}
      <GoneList t={t} gone={outcome?.gone ?? []} />
    </section>
  );
}
