'use client';

import { useRouter } from 'next/navigation';
import { useCallback, useRef, useState } from 'react';
import { useText } from '../../../../../_messages/use-text.tsx';
import { trpc } from '../../../../../_trpc/client.tsx';
import { useAction } from '../../../../../_trpc/use-action.ts';
import { Notice } from '../../../../../_ui/notice.tsx';
import { FormFoot } from '../../form-foot.tsx';
import { useSaved } from '../../use-saved.ts';
import { type Mine, type Rating, type Round, unitKey, unitName, unitsOf } from '../rounds-data.ts';
import { UnitList } from './unit-list.tsx';
import { UnitPane } from './unit-pane.tsx';

/** One rating at a time, kept as it is given; the last step hands all of them in. */
export function RatingForm({ round, mine }: { round: Round; mine: Mine }) {
  const t = useText();
  const router = useRouter();
  const { run, busy, error } = useAction();
  const { given, answer, flush, saving } = useRatings(round, mine);
  const [step, setStep] = useState(0);
  const heading = useRef<HTMLHeadingElement>(null);
  const units = unitsOf(round);
  const unit = units[step];
  if (unit === undefined) return null;
  const next = units[step + 1];
  const missing = units.length - given.size;
  const isLast = next === undefined;

  function open(to: number) {
    void flush();
    setStep(to);
    heading.current?.focus();
  }
  async function handIn() {
    const place = { platform: round.platform.key, round: round.id };
    const handIn = () => trpc.ratingRounds.rate.mutate({ ...place, ratings: [], handIn: true });
    if ((await flush()) && (await run(handIn))) router.refresh();
  }

  return (
    <div className="grid items-start gap-x-12 gap-y-6 lg:grid-cols-[16rem_minmax(0,42rem)]">
      <UnitList round={round} given={given} current={step} onOpen={open} />
      <section aria-labelledby="unit-question" className="flex flex-col gap-5">
        <UnitPane
          key={unitKey(unit)}
          {...{ round, unit, step, heading }}
          rating={given.get(unitKey(unit))}
          onRate={answer}
        />
        <FormFoot
          saving={saving}
          onRetry={flush}
          onBack={step === 0 ? undefined : () => open(step - 1)}
          next={next === undefined ? undefined : { name: unitName(round, next) }}
          answered={given.has(unitKey(unit))}
          finish={t('ratingRounds.rate.handIn')}
          disabled={isLast && (missing > 0 || busy)}
          onNext={isLast ? handIn : () => open(step + 1)}
        />
        {isLast && missing > 0 ? <p className="text-muted">{t('ratingRounds.rate.missing', { n: missing })}</p> : null}
        {error === null ? null : (
          <Notice tone="needs-you" live>
            {error}
          </Notice>
        )}
        {mine.handedIn ? <Notice live>{t('ratingRounds.rate.handedIn')}</Notice> : null}
      </section>
    </div>
  );
}

function useRatings({ platform, id }: Round, { ratings }: Mine) {
  const save = useCallback(
    (changed: Rating[]) => trpc.ratingRounds.rate.mutate({ platform: platform.key, round: id, ratings: changed }),
    [platform.key, id],
  );
  return useSaved({ given: ratings, placeOf: unitKey, save });
}
