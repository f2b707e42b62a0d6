import { levelSteps } from '#rubrics/scoring/level-steps.ts';
import { useText } from '../../../_messages/use-text.tsx';
import { Field } from '../../../_ui/field.tsx';
import { Select } from '../../../_ui/input.tsx';
import { claimWords } from './claim-words.ts';
import { type Aspect, type Claim, placeOf, type SelfAssessment } from './self-assessment-data.ts';

const SAME = '';

/** Where a single capability stands elsewhere than the platform. */
export function CapabilityClaims({
  assessment: { capabilities, levels },
  aspect,
  given,
  onAnswer,
}: {
  assessment: SelfAssessment;
  aspect: Aspect;
  given: ReadonlyMap<string, number | null>;
  onAnswer: (claim: Claim) => void;
}) {
  const t = useText();
  const claimOf = (capability: string | null) => given.get(placeOf({ aspect: aspect.key, capability }));
  const differing = capabilities.filter(({ key }) => typeof claimOf(key) === 'number').length;
  const steps = levelSteps(aspect.steps);
  return (
    <details className="border-t border-hairline pt-3" open={differing > 0}>
      <summary className="py-1 font-medium">
        {t('selfAssessment.differs.title')}{' '}
        <span className="font-normal text-muted">
          {differing > 0 ? t('selfAssessment.differs.some', { n: differing }) : t('selfAssessment.differs.none')}
        </span>
      </summary>
      <p className="mt-1 text-muted">{t('selfAssessment.differs.about')}</p>
      <div className="mt-3 grid gap-x-6 gap-y-3 sm:grid-cols-2">
        {capabilities.map(({ key, name, mayAnswer }) => (
          <Field key={key} label={name}>
            {(control) => (
              <Select
                {...control}
                disabled={!mayAnswer}
                value={claimOf(key) ?? SAME}
                onChange={({ target: { value } }) =>
                  onAnswer({ aspect: aspect.key, capability: key, claimed: value === SAME ? null : Number(value) })
                }
              >
                <option value={SAME}>{t('selfAssessment.differs.same')}</option>
                {steps.map((step) => (
                  <option key={step} value={step}>
                    {claimWords(t, step, levels)}
                  </option>
                ))}
              </Select>
            )}
          </Field>
        ))}
      </div>
    </details>
  );
}
