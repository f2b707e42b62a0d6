import { useText } from '../../../../_messages/use-text.tsx';
import { Choice } from '../choice.tsx';
import type { Aspect, Level, Target } from './catalogue.ts';

/** The target of each of a capability's cells; the first choice is the rubric's default. */
export function TargetFields({
  aspects,
  levels,
  targets,
  onChange,
}: {
  aspects: Aspect[];
  levels: Level[];
  targets: Target[];
  onChange: (targets: Target[]) => void;
}) {
  const t = useText();
  const names = new Map(aspects.map(({ key, name }) => [key, name]));
  return (
    <fieldset className="flex flex-col gap-3 border-t border-hairline pt-3">
      <legend className="sr-only">{t('settings.capabilities.targets')}</legend>
      <p aria-hidden="true" className="font-medium">
        {t('settings.capabilities.targets')}
      </p>
      <div className="grid gap-3 sm:grid-cols-2">
        {targets.map((target) => (
          <Choice
            key={target.aspect}
            label={names.get(target.aspect) ?? target.aspect}
            value={target.level === null ? '' : String(target.level)}
            options={[
              { value: '', label: t('settings.capabilities.defaultTarget', { level: target.default }) },
              ...levels.map(({ level, name }) => ({ value: String(level), label: `${level} ${name}` })),
            ]}
            onChange={(chosen) =>
              onChange(
                targets.map((other) =>
                  other === target ? { ...target, level: chosen === '' ? null : Number(chosen) } : other,
                ),
              )
            }
          />
        ))}
      </div>
    </fieldset>
  );
}
