import { useText } from '../../../../_messages/use-text.tsx';
import { Input } from '../../../../_ui/input.tsx';
import type { Subjects } from './cycle-form.tsx';

type Props = { subjects: Subjects; sizes: Record<string, number>; onChange: (sizes: Record<string, number>) => void };

/** How many people of each team get a link; says at once which teams are too small to be shown alone. */
export function TeamSizes({ subjects: { teams, minimums }, sizes, onChange }: Props) {
  const t = useText();
  return (
    <fieldset>
      <legend className="font-medium">{t('surveys.create.teams')}</legend>
      <p className="mb-2 text-xs text-muted">{t('surveys.create.teamsHint', minimums)}</p>
      {teams.length === 0 ? <p>{t('surveys.create.noTeams')}</p> : null}
      <ul className="flex flex-col gap-1.5">
        {teams.map(({ key, name }) => {
          const size = sizes[key] ?? 0;
          return (
            <li key={key} className="flex flex-wrap items-center gap-x-3 gap-y-1">
              <Input
                type="number"
                min={0}
                max={20_000}
                step={1}
                inputMode="numeric"
                aria-label={t('surveys.create.invitedOf', { team: name })}
                value={size === 0 ? '' : size}
                placeholder="0"
                onChange={(event) => onChange({ ...sizes, [key]: Math.max(0, Math.trunc(Number(event.target.value))) })}
                className="figures max-w-20 text-right"
              />
              <span>{name}</span>
              {size > 0 && size < minimums.scores ? (
                <span className="text-xs text-needs-you">{t('surveys.create.small', minimums)}</span>
              ) : null}
            </li>
          );
        })}
      </ul>
    </fieldset>
  );
}
