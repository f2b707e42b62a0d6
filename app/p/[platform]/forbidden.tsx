import { getText } from '../../_messages/get-text.ts';
import { PageHeader } from '../../_ui/page-header.tsx';

/** A page of this platform that the person's role does not reach. */
export default async function Forbidden() {
  const t = await getText();
  return <PageHeader title={t('home.noPermission.title')} about={t('home.noPermission.text')} />;
}
