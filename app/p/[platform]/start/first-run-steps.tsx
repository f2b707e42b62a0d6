import Link from 'next/link';
import type { ReactNode } from 'react';
import type { AppText } from '../../../_messages/registry.ts';
import { classNames } from '../../../_ui/class-names.ts';
import { CheckIcon } from '../../../_ui/icons.tsx';
import type { FirstRun } from './first-run-data.ts';

const STEPS = ['platform', 'capabilities', 'selfAssessment', 'picture'] as const;
type Step = (typeof STEPS)[number];
type Address = { platform: string; firstRun: Pick<FirstRun, 'aspects' | 'open'> };

/** The way from the set-up link to the first picture: where one is, what is done, and a way back. */
export function FirstRunSteps({ t, current, at }: { t: AppText; current: Step; at: Address | null }) {
  const begun = at !== null && at.firstRun.open.length < at.firstRun.aspects;
  // a rubric may have nothing to claim at a glance
  const steps = STEPS.filter((step) => step !== 'selfAssessment' || at === null || at.firstRun.aspects > 0);
  const done = {
    platform: at !== null,
    capabilities: begun || current === 'selfAssessment',
    selfAssessment: at?.firstRun.open.length === 0,
    picture: false,
  };
  return (
    <nav aria-label={t('start.steps')} className="mb-6 border-b border-hairline">
      <ol className="flex flex-wrap items-center gap-x-5">
        {steps.map((step, index) => (
          <li key={step}>
            <StepFrame href={step === current ? null : hrefOf(step, at)} current={step === current}>
              <Mark number={index + 1} done={done[step] && step !== current} current={step === current} />
              <span className={step === current ? undefined : 'max-sm:sr-only'}>{t(`start.${step}`)}</span>
              {step === 'selfAssessment' && begun ? (
                <span className={classNames('figures text-xs font-normal', step !== current && 'max-sm:sr-only')}>
                  {t('start.answered', {
                    answered: at.firstRun.aspects - at.firstRun.open.length,
                    aspects: at.firstRun.aspects,
                  })}
                </span>
              ) : null}
              {done[step] && step !== current ? <span className="sr-only">{t('start.done')}</span> : null}
            </StepFrame>
          </li>
        ))}
      </ol>
    </nav>
  );
}

function hrefOf(step: Step, at: Address | null): string | null {
  if (at === null || step === 'platform') return null;
  const home = `/p/${at.platform}`;
  if (step === 'picture') return home;
  return step === 'capabilities' ? `${home}/start/capabilities` : `${home}/self-assessment`;
}

function StepFrame({ href, current, children }: { href: string | null; current: boolean; children: ReactNode }) {
  const look = 'flex h-11 items-center gap-2 whitespace-nowrap';
  if (href !== null) {
    return (
      <Link href={href} className={classNames(look, 'text-muted hover:text-ink')}>
        {children}
      </Link>
    );
  }
  return (
    <span
      aria-current={current ? 'step' : undefined}
      className={classNames(look, current ? 'font-medium' : 'text-muted')}
    >
      {children}
    </span>
  );
}

function Mark({ number, done, current }: { number: number; done: boolean; current: boolean }) {
  return (
    <span
      className={classNames(
        'figures grid size-6 shrink-0 place-items-center rounded-full border text-xs',
        current ? 'border-accent bg-accent text-on-accent' : 'border-line/55',
      )}
    >
      {done ? <CheckIcon /> : number}
    </span>
  );
}
