import { useText } from '../../../../_messages/use-text.tsx';
import { Checkbox } from '../../../../_ui/input.tsx';

type Props = {
  capabilities: readonly { key: string; name: string }[];
  most: number;
  chosen: string[];
  onChoose: (chosen: string[]) => void;
};

/** Some of the capabilities; the others rest when there are enough. */
export function CapabilityChoice({ capabilities, most, chosen, onChoose }: Props) {
  const t = useText();
  const toggle = (key: string) =>
    onChoose(chosen.includes(key) ? chosen.filter((other) => other !== key) : [...chosen, key]);
  return (
    <fieldset>
      <legend className="font-medium">{t('surveys.create.capabilities')}</legend>
      <p className="mb-2 text-xs text-muted">{t('surveys.create.capabilitiesHint', { most })}</p>
      <div className="grid gap-x-6 gap-y-2 sm:grid-cols-2">
        {capabilities.map(({ key, name }) => (
          <Checkbox
            key={key}
            label={name}
            checked={chosen.includes(key)}
            disabled={!chosen.includes(key) && chosen.length >= most}
            onChange={() => toggle(key)}
          />
        ))}
      </div>
    </fieldset>
  );
}
