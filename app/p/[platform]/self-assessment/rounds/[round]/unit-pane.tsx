import type { Ref } from 'react';
import { useText } from '../../../../../_messages/use-text.tsx';
import { Field } from '../../../../../_ui/field.tsx';
import { Input } from '../../../../../_ui/input.tsx';
import { LevelChoice } from '../../level-choice.tsx';
import { type Rating, type Round, type Unit, unitName, unitsOf } from '../rounds-data.ts';

type Props = {
  round: Round;
  unit: Unit;
  step: number;
  heading: Ref<HTMLHeadingElement>;
  /** undefined: not rated yet */
  rating: Rating | undefined;
  onRate: (rating: Rating) => void;
};

/** The question of one place, its levels, and what the rating rests on. */
export function UnitPane({ round, unit, step, heading, rating, onRate }: Props) {
  const t = useText();
  const aspect = round.aspects.find(({ key }) => key === unit.aspect);
  if (aspect === undefined) return null;
  return (
    <>
      <div>
        <p className="text-xs text-muted">
          {t('ratingRounds.rate.progress', { step: step + 1, steps: unitsOf(round).length })} · {unitName(round, unit)}
        </p>
        <h2 ref={heading} tabIndex={-1} id="unit-question" className="text-base font-semibold outline-none">
          {aspect.question}
        </h2>
      </div>
      <LevelChoice
        aspect={aspect}
        levels={round.levels}
        claimed={rating?.rating}
        disabled={false}
        labelledBy="unit-question"
        dontKnowAbout={t('ratingRounds.rate.dontKnow')}
        onChoose={(level) => onRate({ ...unit, rating: level, evidence: rating?.evidence ?? '' })}
      />
      {rating === undefined ? null : (
        <Field label={t('ratingRounds.rate.evidence')}>
          {(control) => (
            <Input
              {...control}
              maxLength={500}
              value={rating.evidence}
              onChange={({ target }) => onRate({ ...rating, evidence: target.value })}
            />
          )}
        </Field>
      )}
    </>
  );
}
