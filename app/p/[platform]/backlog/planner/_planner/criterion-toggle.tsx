'use client';

import { ASSUMABLE, type Assumption } from '#rubrics/scoring/assume-states.ts';
import type { CriterionResult } from '#rubrics/scoring/scorecard.ts';
import { formatNumber } from '../../../../../_messages/format.ts';
import type { AppText } from '../../../../../_messages/registry.ts';
import { useText } from '../../../../../_messages/use-text.tsx';
import { classNames } from '../../../../../_ui/class-names.ts';
import { Select } from '../../../../../_ui/input.tsx';
import type { ReadyPlanner } from './planner-data.ts';
import type { WhatIfState } from './use-what-if.ts';

const AS_IT_IS = 'as-it-is';

/** A limiter is a symptom: nobody wants it met, so its states have words of their own. */
export function stateWords(t: AppText, role: CriterionResult['role'], state: CriterionResult['state']): string {
  const kind = role === 'limiter' ? 'symptom' : 'criterion';
  return state === 'announced' ? t('planner.states.announced') : t(`planner.states.${kind}.${state}`);
}

type Props = { planner: ReadyPlanner; state: WhatIfState; capability: string; result: CriterionResult };

/** One criterion of a cell with the state that one takes it to be in. */
export function CriterionToggle({ planner, state, capability, result }: Props) {
  const t = useText();
  const place = { criterion: result.id, capability: result.inherited ? null : capability };
  const chosen = state.stateOf(place);
  const { title, days } = factsOf(planner, place);
  const copies = planner.base.criteria.find(({ id }) => id === result.id)?.copies?.length ?? 0;
  const choose = (value: string) => {
    const wanted = ASSUMABLE.find((one) => one === value);
    if (wanted === undefined) state.forget([place]);
    else state.assume([{ ...place, state: wanted } satisfies Assumption]);
  };
  const label = t('planner.toggle.label', { criterion: result.id, title });
  return (
    <li className={classNames('border-b border-hairline py-2 last:border-0', chosen !== null && 'bg-accent-soft')}>
      <p className={chosen === null ? undefined : 'font-medium'}>{title}</p>
      <p className="pb-1 text-xs text-muted">
        <span className="figures">{result.id}</span> · {stateWords(t, result.role, result.state)}
        {result.role === 'required' ? null : ` · ${t(`capability.roles.${result.role}`)}`}
        {result.inherited ? ` · ${t('planner.toggle.shared', { n: copies })}` : null}
        {days === null ? null : ` · ${t('planner.days', { n: days, days: formatNumber(days, t.locale, 1) })}`}
      </p>
      <Select aria-label={label} value={chosen ?? AS_IT_IS} onChange={(event) => choose(event.target.value)}>
        <option value={AS_IT_IS}>{t('planner.toggle.asItIs')}</option>
        {ASSUMABLE.filter((one) => one !== result.state).map((one) => (
          <option key={one} value={one}>
            {t('planner.toggle.assume', { state: stateWords(t, result.role, one) })}
          </option>
        ))}
      </Select>
    </li>
  );
}

/** What a place is called, and its person-days where somebody has said them. */
export function factsOf(
  { criteria, ownDays }: ReadyPlanner,
  { criterion, capability }: { criterion: string; capability: string | null },
) {
  const known = criteria.find(({ id }) => id === criterion);
  const own = ownDays.find((one) => one.criterion === criterion && one.capability === capability);
  return { title: known?.title ?? criterion, days: own?.days ?? known?.days ?? null };
}
