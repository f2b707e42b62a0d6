'use client';

import { useText } from '../../../../_messages/use-text.tsx';
import { pointsWords } from '../../../../_ui/change-words.ts';
import type { Answer } from './dry-runs.tsx';
import { EffectView, hasNoEffect, percentWords } from './effect-view.tsx';
import { LeftoverList } from './leftover-list.tsx';
import type { DryRun, Names, Runs } from './rubrics-data.ts';

type Props = { run: Runs[number]; names: Names; answer: Answer | null; isRunning: boolean };

function Result({ names, run: { effect, leftovers } }: { names: Names; run: DryRun }) {
  const t = useText();
  const { before, after } = effect.percentToTarget;
  const { total } = effect.comparison.percentToTarget;
  const moves = effect.comparison.cells.length;
  const renames = effect.comparison.rubrics.renamed?.length ?? 0;
  if (hasNoEffect(effect) && renames === 0 && leftovers.length === 0 && total === 0)
    return (
      <p>
        {percentWords(t, after)} <span className="text-muted">· {t('rubrics.dryRun.noChange')}</span>
      </p>
    );
  return (
    <>
      <p>
        {percentWords(t, before)} → {percentWords(t, after)}{' '}
        <span className="text-muted">
          {total === null ? null : pointsWords(t, total)} · {t('rubrics.dryRun.moves', { n: moves })} ·{' '}
          {t('rubrics.dryRun.flips', { n: effect.criteria.length })}
        </span>
      </p>
      {hasNoEffect(effect) && renames === 0 ? null : (
        <details className="pt-1">
          <summary className="cursor-pointer text-accent-strong">{t('rubrics.dryRun.details')}</summary>
          <div className="pt-2">
            <EffectView t={t} names={names} effect={effect} />
          </div>
        </details>
      )}
      {leftovers.length === 0 ? null : (
        <div className="pt-2">
          <p className="font-medium">{t('rubrics.leftovers.title')}</p>
          <LeftoverList t={t} leftovers={leftovers} />
        </div>
      )}
    </>
  );
}

/** What a rubric makes of one body of evidence. */
export function DryRunItem({ run, names, answer, isRunning }: Props) {
  const t = useText();
  const { name, period, state } = run;
  const evidence =
    period === null || state === null
      ? t('rubrics.dryRun.today')
      : t('rubrics.dryRun.period', { period, state: t(`rubrics.dryRun.states.${state}`) });
  return (
    <li className="grid gap-x-6 gap-y-1 border-b border-hairline py-3 last:border-0 md:grid-cols-[20rem_minmax(0,1fr)]">
      <p>
        <span className="font-medium">{evidence}</span> <span className="text-muted">{name}</span>
      </p>
      <div className="min-w-0">
        {answer?.kind === 'done' ? <Result names={names} run={answer.run} /> : null}
        {answer?.kind === 'failed' ? (
          <p className="text-broken">{t('rubrics.dryRun.failed', { why: answer.why })}</p>
        ) : null}
        {answer === null ? (
          <p className="text-muted">{t(isRunning ? 'rubrics.dryRun.running' : 'rubrics.dryRun.waiting')}</p>
        ) : null}
      </div>
    </li>
  );
}
