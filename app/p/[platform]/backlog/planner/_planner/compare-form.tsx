import type { AppText } from '../../../../../_messages/registry.ts';
import { Button } from '../../../../../_ui/button.tsx';
import { Select } from '../../../../../_ui/input.tsx';

/** Chooses two scenarios, or one and the scorecard as it is; the choice is the address of the comparison. */
export function CompareForm({
  t,
  platform,
  scenarios,
  chosen = { a: 'now', b: scenarios[0]?.id ?? 'now' },
}: {
  t: AppText;
  platform: string;
  scenarios: readonly { id: string; name: string }[];
  chosen?: { a: string; b: string };
}) {
  const choice = (name: 'a' | 'b') => (
    <label htmlFor={`compare-${name}`} className="flex min-w-0 items-center gap-2 text-xs text-muted">
      {t(`planner.compare.${name}`)}
      <Select id={`compare-${name}`} name={name} defaultValue={chosen[name]} className="max-w-60">
        <option value="now">{t('planner.compare.now')}</option>
        {scenarios.map(({ id, name: title }) => (
          <option key={id} value={id}>
            {title}
          </option>
        ))}
      </Select>
    </label>
  );
  return (
    <form action={`/p/${platform}/backlog/planner/compare`} className="flex flex-wrap items-end gap-3 pt-6">
      {choice('a')}
      {choice('b')}
      <Button type="submit">{t('planner.compare.send')}</Button>
    </form>
  );
}
