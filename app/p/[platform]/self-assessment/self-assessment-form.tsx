'use client';

import { useRouter, useSearchParams } from 'next/navigation';
import { useRef, useState } from 'react';
import { useText } from '../../../_messages/use-text.tsx';
import { AspectList } from './aspect-list.tsx';
import { AspectPane } from './aspect-pane.tsx';
import { CapabilityClaims } from './capability-claims.tsx';
import { FormFoot } from './form-foot.tsx';
import { placeOf, type SelfAssessment } from './self-assessment-data.ts';
import { useClaims } from './use-claims.ts';

/** One aspect at a time; which one is in the address. Each answer is saved as it is given. */
export function SelfAssessmentForm({ assessment, first }: { assessment: SelfAssessment; first: string }) {
  const t = useText();
  const router = useRouter();
  const { aspects, platform, mayAnswer } = assessment;
  const { given, answer, flush, saving } = useClaims(assessment);
  const { index, show, heading } = useAspect(aspects, first);
  const aspect = aspects[index];
  if (aspect === undefined) return null;
  const next = aspects[index + 1];
  const before = aspects[index - 1];
  const claimOf = (key: string) => given.get(placeOf({ aspect: key, capability: null }));

  function open(key: string) {
    void flush();
    show(key);
  }
  async function finish() {
    if (await flush()) router.push(`/p/${platform.key}`);
  }

  return (
    <div className="grid items-start gap-x-12 gap-y-6 lg:grid-cols-[16rem_minmax(0,42rem)]">
      <AspectList assessment={assessment} claimOf={claimOf} current={aspect.key} onOpen={open} />
      <section aria-labelledby="aspect-question" className="flex flex-col gap-5">
        <AspectPane
          assessment={assessment}
          index={index}
          claimed={claimOf(aspect.key)}
          heading={heading}
          onChoose={(claimed) => answer({ aspect: aspect.key, capability: null, claimed })}
        />
        <CapabilityClaims key={aspect.key} assessment={assessment} aspect={aspect} given={given} onAnswer={answer} />
        <FormFoot
          saving={saving}
          onRetry={flush}
          onBack={before === undefined ? undefined : () => open(before.key)}
          next={next}
          answered={!mayAnswer || claimOf(aspect.key) !== undefined}
          finish={t('selfAssessment.finish')}
          onNext={next === undefined ? finish : () => open(next.key)}
        />
      </section>
    </div>
  );
}

/** Which aspect is open, and a heading that takes the focus when another one is. */
function useAspect(aspects: SelfAssessment['aspects'], first: string) {
  // stays, though the first open aspect moves on with each answer
  const [begin] = useState(first);
  const wanted = useSearchParams().get('aspect') ?? begin;
  const heading = useRef<HTMLHeadingElement>(null);
  function show(key: string) {
    window.history.pushState(null, '', `?aspect=${key}`);
    heading.current?.focus();
  }
  const found = aspects.findIndex(({ key }) => key === wanted);
  return { index: Math.max(found, 0), show, heading };
}
