'use client';

import { useRouter, useSearchParams } from 'next/navigation';
import { useRef, useState } from 'react';
import { useText } from '../../../_messages/use-text.tsx';
import { AspectList } from './aspect-list.tsx';
import { CapabilityClaims } from './capability-claims.tsx';
import { ClaimOrigin } from './claim-origin.tsx';
import { FormFoot } from './form-foot.tsx';
import { LevelChoice } from './level-choice.tsx';
import { type Aspect, placeOf, type SelfAssessment } from './self-assessment-data.ts';
import { useClaims } from './use-claims.ts';

/** One aspect at a time; which one is in the address. Each answer is saved as it is given. */
export function SelfAssessmentForm({ assessment, first }: { assessment: SelfAssessment; first: string }) {
  const t = useText();
  const router = useRouter();
  // stays, though the first open aspect moves on with each answer
  const [begin] = useState(first);
  const wanted = useSearchParams().get('aspect') ?? begin;
  const { given, answer, flush, saving } = useClaims(assessment);
  const heading = useRef<HTMLHeadingElement>(null);
  const { aspects, levels, platform, mayAnswer } = assessment;
  const found = aspects.findIndex(({ key }) => key === wanted);
  const index = found === -1 ? 0 : found;
  const aspect = aspects[index];
  if (aspect === undefined) return null;
  const claimOf = (key: string) => given.get(placeOf({ aspect: key, capability: null }));

  function open(key: string) {
    void flush();
    window.history.pushState(null, '', `?aspect=${key}`);
    heading.current?.focus();
  }
  async function finish() {
    if (await flush()) router.push(`/p/${platform.key}`);
  }
  const goTo = (to: Aspect | undefined) => (to === undefined ? undefined : () => open(to.key));

  return (
    <div className="grid items-start gap-x-12 gap-y-6 lg:grid-cols-[16rem_minmax(0,42rem)]">
      <AspectList assessment={assessment} claimOf={claimOf} current={aspect.key} onOpen={open} />
      <section aria-labelledby="aspect-question" className="flex flex-col gap-5">
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
          claimed={claimOf(aspect.key)}
          disabled={!mayAnswer}
          labelledBy="aspect-question"
          onChoose={(claimed) => answer({ aspect: aspect.key, capability: null, claimed })}
        />
        <ClaimOrigin assessment={assessment} aspect={aspect.key} />
        <CapabilityClaims
          key={`${aspect.key}-capabilities`}
          assessment={assessment}
          aspect={aspect}
          given={given}
          onAnswer={answer}
        />
        <FormFoot
          saving={saving}
          onRetry={flush}
          onBack={goTo(aspects[index - 1])}
          next={aspects[index + 1]}
          answered={!mayAnswer || claimOf(aspect.key) !== undefined}
          onNext={goTo(aspects[index + 1]) ?? finish}
        />
      </section>
    </div>
  );
}
