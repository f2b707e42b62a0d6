import { useText } from '../../_messages/use-text.tsx';
import { Checkbox } from '../../_ui/input.tsx';

export type Capability = { key: string; name: string; description: string };

export function CapabilityChoice({
  capabilities,
  chosen,
  onChange,
}: {
  capabilities: Capability[];
  chosen: ReadonlySet<string>;
  onChange: (chosen: Set<string>) => void;
}) {
  const t = useText();
  function toggle(key: string) {
    const next = new Set(chosen);
    if (!next.delete(key)) next.add(key);
    onChange(next);
  }
  return (
    <>
      <div className="grid gap-x-6 gap-y-2 sm:grid-cols-2">
        {capabilities.map(({ key, name, description }) => (
          <div key={key} title={description}>
            <Checkbox label={name} checked={chosen.has(key)} onChange={() => toggle(key)} />
          </div>
        ))}
      </div>
      <p className="text-xs text-muted" aria-live="polite">
        {t('setUp.chosen', { n: chosen.size })}
      </p>
    </>
  );
}
