import { type ReactNode, useId } from 'react';
import { useText } from '../../../_messages/use-text.tsx';
import { classNames } from '../../../_ui/class-names.ts';
import type { Aspect, Level } from './self-assessment-data.ts';

type Group = {
  name: string;
  /** undefined: not answered yet */
  claimed: number | null | undefined;
  disabled: boolean;
  onChoose: (claimed: number | null) => void;
};

/** The levels with a sentence each, the places between them, and "don't know". Arrow keys move, as in any radio group. */
export function LevelChoice({
  aspect,
  levels,
  labelledBy,
  dontKnowAbout,
  ...given
}: Omit<Group, 'name'> & {
  aspect: Aspect;
  levels: readonly Level[];
  labelledBy: string;
  /** what follows from "don't know" */
  dontKnowAbout: string;
}) {
  const t = useText();
  const group = { ...given, name: useId() };
  return (
    <div role="radiogroup" aria-labelledby={labelledBy} className="flex flex-col gap-1.5">
      {aspect.steps.map((step, index) => {
        const next = aspect.steps[index + 1];
        const level = levels.find((one) => one.level === step.level)?.name ?? '';
        return (
          <div key={step.level} className="contents">
            <Card group={group} value={step.level} title={step.name} about={step.summary}>
              <span className="text-xs text-muted">
                {t('selfAssessment.level', { level: step.level, name: level })}
              </span>
            </Card>
            {next === undefined ? null : <Between group={group} low={step} high={next} />}
          </div>
        );
      })}
      <Card group={group} value={null} title={t('selfAssessment.dontKnow')} about={dontKnowAbout} className="mt-2" />
    </div>
  );
}

const FRAME =
  'flex gap-3 rounded-md border px-4 hover:bg-sunken has-checked:border-accent has-checked:bg-accent-soft has-disabled:hover:bg-transparent has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent';

type CardProps = {
  group: Group;
  value: number | null;
  title: string;
  about: string;
  className?: string;
  children?: ReactNode;
};

/** An answer with its sentence; the whole card is the target. */
function Card({ group: { name, claimed, disabled, onChoose }, value, title, about, className, children }: CardProps) {
  return (
    <label className={classNames(FRAME, 'border-line/55 bg-raised py-3', className)}>
      <input
        type="radio"
        name={name}
        checked={claimed === value}
        disabled={disabled}
        onChange={() => onChoose(value)}
        className="mt-0.5 size-4 shrink-0 outline-none"
      />
      <span className="min-w-0 grow">
        <span className="flex flex-wrap items-baseline justify-between gap-x-4">
          <span className="font-medium">{title}</span>
          {children}
        </span>
        <span className="block text-muted">{about}</span>
      </span>
    </label>
  );
}

type Step = Aspect['steps'][number];

/** Half-way between the card above and the card below. */
function Between({ group, low, high }: { group: Group; low: Step; high: Step }) {
  const t = useText();
  const value = (low.level + high.level) / 2;
  return (
    <label className={classNames(FRAME, 'items-center border-transparent py-1 pointer-coarse:min-h-11')}>
      <input
        type="radio"
        name={group.name}
        aria-label={t('selfAssessment.betweenLevels', { low: low.name, high: high.name })}
        checked={group.claimed === value}
        disabled={group.disabled}
        onChange={() => group.onChoose(value)}
        className="size-4 shrink-0 outline-none"
      />
      <span aria-hidden="true" className="text-xs text-muted">
        {t('selfAssessment.between')}
      </span>
    </label>
  );
}
