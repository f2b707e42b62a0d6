import { useText } from '../../../../_messages/use-text.tsx';
import { Field } from '../../../../_ui/field.tsx';
import { Textarea } from '../../../../_ui/input.tsx';
import { addressesIn } from './address-list.ts';
import type { Cycle } from './cycle-shape.ts';

type Props = {
  teams: Cycle['teams'];
  /** what was pasted, by team */
  pasted: Record<string, string>;
  onChange: (pasted: Record<string, string>) => void;
};

/** A field for the addresses of each team, which says how many are still missing. */
export function AddressFields({ teams, pasted, onChange }: Props) {
  const t = useText();
  return teams.map(({ key, name, invited }) => {
    const n = addressesIn(pasted[key] ?? '').length;
    const hint = n === 0 ? t('surveys.mail.none', { invited }) : t('surveys.mail.count', { n, invited });
    return (
      <Field key={key} label={name} hint={hint}>
        {(control) => (
          <Textarea
            {...control}
            rows={2}
            spellCheck={false}
            autoComplete="off"
            className="figures max-h-40 text-xs!"
            value={pasted[key] ?? ''}
            onChange={(event) => onChange({ ...pasted, [key]: event.target.value })}
          />
        )}
      </Field>
    );
  });
}
