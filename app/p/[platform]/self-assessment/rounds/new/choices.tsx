import { Checkbox } from '../../../../../_ui/input.tsx';

type Props = {
  legend: string;
  hint?: string;
  of: readonly { key: string; name: string }[];
  chosen: readonly string[];
  onChoose: (chosen: string[]) => void;
};

/** Some of several, kept in the order in which they are offered. */
export function Choices({ legend, hint, of, chosen, onChoose }: Props) {
  const toggle = (toggled: string) =>
    onChoose(of.flatMap(({ key }) => (chosen.includes(key) !== (key === toggled) ? [key] : [])));
  return (
    <fieldset>
      <legend className="font-medium">{legend}</legend>
      {hint === undefined ? null : <p className="text-xs text-muted">{hint}</p>}
      <div className="mt-2 grid gap-x-6 gap-y-2 sm:grid-cols-2">
        {of.map(({ key, name }) => (
          <Checkbox key={key} label={name} checked={chosen.includes(key)} onChange={() => toggle(key)} />
        ))}
      </div>
    </fieldset>
  );
}
