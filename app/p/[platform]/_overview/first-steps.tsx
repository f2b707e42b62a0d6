import type { AppText } from '../../../_messages/registry.ts';
import { api } from '../../../_trpc/server.ts';
import { ButtonLink } from '../../../_ui/button.tsx';
import type { FirstRun } from '../start/first-run-data.ts';

type Step = { key: string; title: string; text: string; action: string; href: string };

/** What makes a platform known, for one of which no evidence decides anything yet: the first picture and what comes next. */
export async function FirstSteps({ t, platform }: { t: AppText; platform: string }) {
  const caller = await api();
  const firstRun = await caller.firstRun.read({ platform });
  const steps = firstRun.mayEdit ? stepsOf(t, platform, firstRun) : [];
  return (
    <section aria-labelledby="first-steps" className="pb-8">
      <h2 id="first-steps" className="text-base font-semibold">
        {t(`start.first.${titleOf(firstRun)}`)}
      </h2>
      <p className="max-w-2xl text-muted">{t(`start.first.${aboutOf(firstRun)}`)}</p>
      {steps.length === 0 ? null : (
        <ul className="mt-4 grid border-y border-hairline md:grid-cols-3 md:divide-x md:divide-hairline max-md:divide-y max-md:divide-hairline">
          {steps.map((step, index) => (
            <li key={step.key} className="flex flex-col items-start gap-3 py-4 md:px-5 md:first:pl-0 md:last:pr-0">
              <div>
                <h3 className="font-medium">{step.title}</h3>
                <p className="text-muted">{step.text}</p>
              </div>
              <ButtonLink href={step.href} variant={index === 0 ? 'primary' : 'secondary'} className="mt-auto">
                {step.action}
              </ButtonLink>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function titleOf({ next }: FirstRun) {
  if (next === 'answers') return 'answersTitle' as const;
  if (next === 'capabilities') return 'unknownTitle' as const;
  return next === 'self-assessment' ? ('goOnTitle' as const) : ('pictureTitle' as const);
}

function aboutOf({ mayEdit, next, claimed }: FirstRun) {
  if (!mayEdit) return 'viewer' as const;
  if (next === 'answers') return 'answers' as const;
  if (next === 'capabilities') return 'unknown' as const;
  if (next === 'self-assessment') return 'goOn' as const;
  return claimed ? ('picture' as const) : ('nothingClaimed' as const);
}

/** Three at most: the self-assessment until it is done, then those who are still missing. */
function stepsOf(t: AppText, platform: string, firstRun: FirstRun): Step[] {
  const step = (key: 'metrics' | 'survey' | 'invite' | 'attest', place: string): Step => ({
    key,
    title: t(`start.first.${key}.title`),
    text: t(`start.first.${key}.text`),
    action: t(`start.first.${key}.action`),
    href: `/p/${platform}/${place}`,
  });
  if (firstRun.next === 'answers') {
    return [step('attest', 'capabilities'), ...(firstRun.mayInvite ? [step('invite', 'settings/people')] : [])];
  }
  const measure = [step('metrics', 'evidence/sources/new'), step('survey', 'surveys')];
  if (firstRun.next === 'picture') {
    return [...measure, firstRun.mayInvite ? step('invite', 'settings/people') : step('attest', 'capabilities')];
  }
  const begun = firstRun.next === 'self-assessment';
  const rest = t('start.first.assess.rest', { n: firstRun.open.length });
  const assess = {
    key: 'assess',
    title: t('start.first.assess.title'),
    text: begun ? rest : t('start.first.assess.text'),
    action: t(begun ? 'start.first.assess.goOn' : 'start.first.assess.action'),
    href: `/p/${platform}/${firstRun.inFirstRun ? 'start' : 'self-assessment'}`,
  };
  return [assess, ...measure];
}
