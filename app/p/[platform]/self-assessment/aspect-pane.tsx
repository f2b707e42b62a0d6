import type { Ref } from 'react';
import { formatDate } from '../../../_messages/format.ts';
import { useText } from '../../../_messages/use-text.tsx';
import { LevelChoice } from './level-choice.tsx';
import type { SelfAssessment } from './self-assessment-data.ts';

type Props = {
  assessment: SelfAssessment;
  index: number;
  /** undefined: not answered yet */
  claimed: number | null | undefined;
  heading: Ref<HTMLHeadingElement>;
  onChoose: (claimed: number | null) => void;
};

/** The question of one aspect, its answers, and who gave the one that holds. */
export function AspectPane({ assessment, index, claimed, heading, onChoose }: Props) {
  const t = useText();
  const { aspects, levels, mayAnswer } = assessment;
  const aspect = aspects[index];
  if (aspect === undefined) return null;
  return (
    <>
      <div>
        <p className="text-xs text-muted">
          {t('selfAssessment.progress', { step: index + 1, steps: aspects.length })} · {aspect.name}
        </p>
        <h2 ref={heading} tabIndex={-1} id="aspect-question" className="text-base font-semibold outline-none">
          {aspect.question}
        </h2>
        {mayAnswer ? null : <p className="text-muted">{t('selfAssessment.readOnly')}</p>}
      </div>
      <LevelChoice
        key={aspect.key}
        aspect={aspect}
        levels={levels}
        claimed={claimed}
        disabled={!mayAnswer}
        labelledBy="aspect-question"
        dontKnowAbout={t('selfAssessment.dontKnowAbout')}
        onChoose={onChoose}
      />
      <Origin assessment={assessment} aspect={aspect.key} />
    </>
  );
}

/** Who said what holds for the platform, when, and whether it was imported. */
function Origin({ assessment, aspect }: { assessment: SelfAssessment; aspect: string }) {
  const t = useText();
  const claim = assessment.claims.find((one) => one.aspect === aspect && one.capability === null);
  if (claim === undefined) return null;
  const day = formatDate(claim.answeredAt, t.locale, assessment.platform.timeZone);
  return (
    <p className="text-xs text-muted">
      {t(`selfAssessment.${originOf(claim.source)}`, { name: claim.answeredBy, day })}
    </p>
  );
}

function originOf(source: string | null): 'answered' | 'agreed' | 'imported' {
  if (source === null) return 'answered';
  return source === 'rating-round' ? 'agreed' : 'imported';
}
