'use client';

import Link from 'next/link';
import type { Assumption } from '#rubrics/scoring/assume-states.ts';
import { listWork } from '#rubrics/scoring/list-work.ts';
import type { CriterionResult } from '#rubrics/scoring/scorecard.ts';
import { formatNumber } from '../../../../../_messages/format.ts';
import { useText } from '../../../../../_messages/use-text.tsx';
import { factsOf, stateWords } from './criterion-toggle.tsx';
import { placeText, type ReadyPlanner } from './planner-data.ts';
import type { WhatIfState } from './use-what-if.ts';

type Props = { planner: ReadyPlanner; state: WhatIfState };

const roleOf = ({ base }: ReadyPlanner, id: string): CriterionResult['role'] =>
  base.criteria.find((one) => one.id === id)?.role ?? 'required';

function Line({ planner, state, one }: Props & { one: Assumption }) {
  const t = useText();
  const { title, days } = factsOf(planner, one);
  const capability = planner.capabilities.find(({ key }) => key === one.capability);
  const items = planner.improvements.filter((item) => placeText(item) === placeText(one));
  return (
    <li className="flex items-start justify-between gap-2 border-b border-hairline py-1.5">
      <span className="min-w-0">
        {title}: <span className="font-medium">{stateWords(t, roleOf(planner, one.criterion), one.state)}</span>
        <span className="block text-xs text-muted">
          <span className="figures">{one.criterion}</span> ·{' '}
          {one.capability === null ? t('backlog.card.platform') : (capability?.name ?? one.capability)}
          {days === null ? null : ` · ${t('planner.days', { n: days, days: formatNumber(days, t.locale, 1) })}`}
          {items.map(({ id, title: item }) => (
            <span key={id}>
              {' · '}
              <Link className="link" prefetch={false} href={`/p/${planner.platform.key}/backlog/${id}`}>
                {item}
              </Link>
            </span>
          ))}
        </span>
      </span>
      <button
        type="button"
        aria-label={t('planner.assumed.remove', { criterion: one.criterion })}
        onClick={() => state.forget([one])}
        className="grid size-7 shrink-0 place-items-center rounded-md text-muted hover:bg-sunken hover:text-ink pointer-coarse:size-11"
      >
        <span aria-hidden="true">×</span>
      </button>
    </li>
  );
}

/** What is assumed, what it would take, and what has no place any more. */
export function AssumedList({ planner, state }: Props) {
  const t = useText();
  const work = listWork(state.assumed, state.now.cells).map((one) => factsOf(planner, one).days);
  const known = work.filter((days) => days !== null);
  const days = known.reduce((sum, one) => sum + one, 0);
  if (state.assumed.length === 0 && state.strangers.length === 0) return null;
  return (
    <section className="pt-8">
      <h2 className="text-base font-semibold">{t('planner.assumed.title', { n: state.assumed.length })}</h2>
      <p className="text-muted">
        {t('planner.assumed.work', { n: work.length })}{' '}
        {known.length === 0 ? null : t('planner.assumed.days', { n: days, days: formatNumber(days, t.locale, 1) })}{' '}
        {known.length === work.length ? null : t('planner.assumed.unknown', { n: work.length - known.length })}
      </p>
      <ul className="pt-2">
        {state.assumed.map((one) => (
          <Line key={placeText(one)} planner={planner} state={state} one={one} />
        ))}
        {state.strangers.map((one) => (
          <li key={placeText(one)} className="border-b border-hairline py-1.5 text-muted">
            <span className="figures">{one.criterion}</span> {one.capability} · {t('planner.assumed.gone')}
          </li>
        ))}
      </ul>
    </section>
  );
}
