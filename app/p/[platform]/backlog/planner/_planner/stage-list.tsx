import Link from 'next/link';
import { LONGEST_TEXT, writeAssumptions } from '#rubrics/scoring/assumption-text.ts';
import { asDone } from '#rubrics/scoring/route-steps.ts';
import { formatPercent } from '../../../../../_messages/format.ts';
import type { AppText } from '../../../../../_messages/registry.ts';
import { pointsOf, pointsWords } from '../../../../../_ui/change-words.ts';
import { type PlatformRoute, plannerAddress, type Stage } from './planner-data.ts';
import { effortWords } from './scenario-table.tsx';
import { StepList } from './step-list.tsx';

type Props = { t: AppText; page: PlatformRoute; stages: Stage[] };
const SHOWN = 12;

const nameOf = (list: readonly { key: string; name: string }[], key: string) =>
  list.find((one) => one.key === key)?.name ?? key;

/** Everything up to a stage as a what-if; null where that is too long for an address. */
function whatIfUpTo(platform: string, stages: readonly Stage[]): string | null {
  const assume = writeAssumptions(stages.flatMap(({ steps }) => steps.map(asDone)));
  return assume.length > LONGEST_TEXT ? null : plannerAddress(platform, { assume });
}

function StageItem({ t, page, stages, at }: Props & { at: number }) {
  const stage = stages[at];
  if (stage === undefined) return null;
  const { capability, aspect, from, to, gain, lifts, percentToTarget, effort, steps } = stage;
  const none = t('planner.map.none');
  const link = whatIfUpTo(page.platform.key, stages.slice(0, at + 1));
  return (
    <li className="border-t border-hairline py-3">
      <div className="flex flex-wrap items-baseline justify-between gap-x-6">
        <h3 className="font-medium">
          {nameOf(page.capabilities, capability)}
          <span className="text-muted"> · {nameOf(page.aspects, aspect)}</span>{' '}
          <span className="figures text-xs">
            {from ?? none} → {to ?? none}
          </span>
        </h3>
        <p className="figures text-xs">
          {t('planner.route.stage', {
            ...{ n: Number(pointsOf(t, gain)), points: pointsWords(t, gain) },
            percent: percentToTarget === null ? t('planner.head.unknown') : formatPercent(percentToTarget, t.locale, 1),
          })}
        </p>
      </div>
      <p className="text-xs text-muted">
        {effortWords(t, effort)}
        {lifts.length === 0 ? null : ` · ${t('planner.route.lifts', { n: lifts.length })}`}
        {link === null ? null : (
          <>
            {' · '}
            <Link className="link" prefetch={false} href={link}>
              {t('planner.route.whatIf')}
            </Link>
          </>
        )}
      </p>
      <StepList t={t} platform={page.platform.key} cell={stage} steps={steps} />
    </li>
  );
}

/** The stages of the whole way, the first ones open. */
export function StageList({ t, page, stages }: Props) {
  const rest = stages.length - SHOWN;
  return (
    <>
      <ol className="max-w-4xl">
        {stages.slice(0, SHOWN).map((stage, at) => (
          <StageItem
            key={`${stage.capability}/${stage.aspect}/${stage.to}`}
            t={t}
            page={page}
            stages={stages}
            at={at}
          />
        ))}
      </ol>
      {rest <= 0 ? null : (
        <details className="max-w-4xl">
          <summary className="py-2 text-muted hover:text-ink pointer-coarse:min-h-11">
            {t('planner.route.more', { n: rest })}
          </summary>
          <ol start={SHOWN + 1}>
            {stages.slice(SHOWN).map((stage, i) => (
              <StageItem
                key={`${stage.capability}/${stage.aspect}/${stage.to}`}
                t={t}
                page={page}
                stages={stages}
                at={SHOWN + i}
              />
            ))}
          </ol>
        </details>
      )}
    </>
  );
}
