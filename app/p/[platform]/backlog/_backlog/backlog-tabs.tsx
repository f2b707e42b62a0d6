import { getText } from '../../../../_messages/get-text.ts';
import { Tabs } from '../../../../_ui/tabs.tsx';

/** The parts of the backlog. */
export async function BacklogTabs({
  platform,
  current,
}: {
  platform: string;
  current: 'board' | 'table' | 'exemptions';
}) {
  const t = await getText();
  const home = `/p/${platform}/backlog`;
  return (
    <Tabs
      label={t('backlog.places')}
      tabs={[
        { href: home, label: t('backlog.board'), current: current === 'board' },
        { href: `${home}/table`, label: t('backlog.table'), current: current === 'table' },
        { href: `${home}/exemptions`, label: t('backlog.exemptions'), current: current === 'exemptions' },
      ]}
    />
  );
}
