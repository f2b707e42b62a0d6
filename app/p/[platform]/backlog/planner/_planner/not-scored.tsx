import { getText } from '../../../../../_messages/get-text.ts';
import { ButtonLink } from '../../../../../_ui/button.tsx';
import { EmptyState } from '../../../../../_ui/empty-state.tsx';

/** Without evidence there is nothing to plan from. */
export async function NotScored({ platform }: { platform: string }) {
  const t = await getText();
  return (
    <EmptyState
      title={t('planner.notScored.title')}
      action={<ButtonLink href={`/p/${platform}/evidence`}>{t('planner.notScored.action')}</ButtonLink>}
    >
      {t('planner.notScored.text')}
    </EmptyState>
  );
}
