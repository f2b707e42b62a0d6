import { getText } from '../../../_messages/get-text.ts';
import { EmptyState } from '../../../_ui/empty-state.tsx';

export async function NotAllowed() {
  const t = await getText();
  return <EmptyState title={t('settings.notAllowedTitle')}>{t('settings.notAllowed')}</EmptyState>;
}
