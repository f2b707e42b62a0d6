import type { AppText } from '../../../_messages/registry.ts';
import { ButtonLink } from '../../../_ui/button.tsx';

const STEPS = [
  ['metrics', 'evidence'],
  ['attest', 'capabilities'],
  ['survey', 'surveys'],
] as const;

/** What makes a platform known, for one of which nothing is known yet. */
export function FirstSteps({ t, platform }: { t: AppText; platform: string }) {
  return (
    <section aria-labelledby="first-steps" className="pb-8">
      <h2 id="first-steps" className="text-base font-semibold">
        {t('overview.first.title')}
      </h2>
      <p className="max-w-2xl text-muted">{t('overview.first.about')}</p>
      <ul className="mt-4 grid border-y border-hairline md:grid-cols-3 md:divide-x md:divide-hairline max-md:divide-y max-md:divide-hairline">
        {STEPS.map(([step, place]) => (
          <li key={step} className="flex flex-col items-start gap-3 py-4 md:px-5 md:first:pl-0 md:last:pr-0">
            <div>
              <h3 className="font-medium">{t(`overview.first.${step}.title`)}</h3>
              <p className="text-muted">{t(`overview.first.${step}.text`)}</p>
            </div>
            <ButtonLink
              href={`/p/${platform}/${place}`}
              variant={step === 'metrics' ? 'primary' : 'secondary'}
              className="mt-auto"
            >
              {t(`overview.first.${step}.action`)}
            </ButtonLink>
          </li>
        ))}
      </ul>
    </section>
  );
}
