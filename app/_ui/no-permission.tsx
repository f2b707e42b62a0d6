import { getText } from '../_messages/get-text.ts';
import { EmptyState } from './empty-state.tsx';

/** Stands where a part of a page would be that the person may not see. */
export async function NoPermission() {
  const t = await getText();
  return <EmptyState title={t('home.noPermission.title')}>{t('home.noPermission.text')}</EmptyState>;
}
