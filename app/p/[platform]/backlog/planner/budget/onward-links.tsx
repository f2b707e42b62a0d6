import { LONGEST_TEXT, writeAssumptions } from '#rubrics/scoring/assumption-text.ts';
import { formatNumber } from '../../../../../_messages/format.ts';
import { getText } from '../../../../../_messages/get-text.ts';
import { ButtonLink } from '../../../../../_ui/button.tsx';
import type { Plan } from './budget-data.ts';
import { ProposeButton } from './propose-button.tsx';

/** What to do with a plan: look at it as a what-if, or make improvements of it. */
export async function OnwardLinks({
  plan,
  platform,
  mayPropose,
}: {
  plan: Plan;
  platform: string;
  mayPropose: boolean;
}) {
  const t = await getText();
  const assumptions = plan.stages.flatMap(({ work }) =>
    work.map(({ criterion, capability, role }) => ({
      ...{ criterion, capability },
      state: role === 'limiter' ? ('not_met' as const) : ('met' as const),
    })),
  );
  const text = writeAssumptions(assumptions);
  return (
    <div className="flex flex-wrap items-center gap-2">
      {text.length > LONGEST_TEXT ? null : (
        <ButtonLink href={`/p/${platform}/backlog/planner?assume=${text}`} prefetch={false}>
          {t('budget.onward.whatIf')}
        </ButtonLink>
      )}
      {mayPropose ? (
        <ProposeButton
          platform={platform}
          name={t('budget.onward.name', { n: formatNumber(plan.budget, t.locale, 2) })}
          assumptions={assumptions}
        />
      ) : null}
    </div>
  );
}
