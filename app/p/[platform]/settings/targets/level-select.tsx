import { useText } from '../../../../_messages/use-text.tsx';
import { classNames } from '../../../../_ui/class-names.ts';
import { Select } from '../../../../_ui/input.tsx';
import type { Level } from './targets.ts';

const DEFAULT = '';
/** So many of them stand together that their frames show only where one is about to change something. */
const QUIET = '[&_select]:border-transparent [&_select]:bg-transparent [&_select]:hover:border-line';

type Props = {
  label: string;
  /** null: the default */
  level: number | null;
  usual: number;
  changed: boolean;
  levels: Level[];
  /** null: to be read only */
  onChange: ((level: number | null) => void) | null;
};

/** The target of one cell: what somebody has set is bold, the rubric's default stands back. */
export function LevelSelect({ label, level, usual, changed, levels, onChange }: Props) {
  const t = useText();
  const isSet = level !== null;
  if (onChange === null) {
    return (
      <span className={isSet ? 'font-semibold' : 'text-muted'}>
        {levelName(levels, level ?? usual)}
        {isSet ? <span className="sr-only"> {t('catalogue.targets.set')}</span> : null}
      </span>
    );
  }
  return (
    <Select
      aria-label={label}
      value={isSet ? String(level) : DEFAULT}
      onChange={({ target: { value } }) => onChange(value === DEFAULT ? null : Number(value))}
      className={classNames(
        'min-w-32 rounded-md',
        QUIET,
        isSet ? 'font-semibold [&_select]:font-semibold' : '[&_select]:text-muted',
        changed && 'outline-2 outline-offset-1 outline-accent',
      )}
    >
      <option value={DEFAULT}>{t('catalogue.targets.default', { level: usual })}</option>
      {levels.map((one) => (
        <option key={one.level} value={one.level}>
          {levelName(levels, one.level)}
        </option>
      ))}
    </Select>
  );
}

/** Sets many cells at once, then stands at its invitation again. */
export function SetMany({
  label,
  levels,
  onSet,
}: {
  label: string;
  levels: Level[];
  onSet: (level: number | null) => void;
}) {
  const t = useText();
  return (
    <Select
      aria-label={label}
      value="none"
      onChange={({ target: { value } }) => onSet(value === DEFAULT ? null : Number(value))}
      className={classNames('min-w-28', QUIET)}
    >
      <option value="none" disabled hidden>
        {t('catalogue.targets.choose')}
      </option>
      <option value={DEFAULT}>{t('catalogue.targets.toDefault')}</option>
      {levels.map(({ level }) => (
        <option key={level} value={level}>
          {levelName(levels, level)}
        </option>
      ))}
    </Select>
  );
}

const levelName = (levels: Level[], level: number): string =>
  `${level} ${levels.find((one) => one.level === level)?.name ?? ''}`.trim();
