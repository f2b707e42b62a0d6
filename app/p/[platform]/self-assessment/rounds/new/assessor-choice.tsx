import { useText } from '../../../../../_messages/use-text.tsx';
import { Checkbox, Select } from '../../../../../_ui/input.tsx';
import type { Form } from '../rounds-data.ts';

export type Assessor = { person: string; side: 'platform_team' | 'consumer' | null };
type Props = { people: Form['people']; chosen: readonly Assessor[]; onChoose: (chosen: Assessor[]) => void };

const sideOf = (value: string): Assessor['side'] => (value === 'platform_team' || value === 'consumer' ? value : null);

/** Who rates, and for whom each of them speaks. */
export function AssessorChoice({ people, chosen, onChoose }: Props) {
  const t = useText();
  const without = (person: string) => chosen.filter((one) => one.person !== person);
  return (
    <fieldset>
      <legend className="font-medium">{t('ratingRounds.create.assessors')}</legend>
      <p className="mb-2 text-xs text-muted">{t('ratingRounds.create.assessorsHint')}</p>
      <ul className="flex flex-col gap-2">
        {people.map(({ id, name }) => {
          const asked = chosen.find(({ person }) => person === id);
          return (
            <li key={id} className="flex min-h-8 flex-wrap items-center justify-between gap-x-6 gap-y-1">
              <Checkbox
                label={name}
                checked={asked !== undefined}
                onChange={() => onChoose(asked ? without(id) : [...chosen, { person: id, side: null }])}
              />
              {asked === undefined ? null : (
                <Select
                  aria-label={t('ratingRounds.create.sideOf', { name })}
                  className="max-w-56"
                  value={asked.side ?? ''}
                  onChange={({ target }) =>
                    onChoose(
                      chosen.map((one) => (one.person === id ? { person: id, side: sideOf(target.value) } : one)),
                    )
                  }
                >
                  <option value="">{t('ratingRounds.create.notSaid')}</option>
                  <option value="platform_team">{t('ratingRounds.side.platform_team')}</option>
                  <option value="consumer">{t('ratingRounds.side.consumer')}</option>
                </Select>
              )}
            </li>
          );
        })}
      </ul>
    </fieldset>
  );
}
