import { getText } from '../../../../_messages/get-text.ts';
import { Tabs } from '../../../../_ui/tabs.tsx';

/** The parts of the backlog with their addresses below it, in order. */
const PARTS = [
  ['board', '', 'backlog.board'],
  ['table', '/table', 'backlog.table'],
  ['timeline', '/timeline', 'backlog.timeline'],
  ['campaigns', '/campaigns', 'campaigns.title'],
  ['planner', '/planner', 'planner.title'],
  ['ledger', '/ledger', 'ledger.title'],
  ['exemptions', '/exemptions', 'backlog.exemptions'],
] as const;
export type BacklogPart = (typeof PARTS)[number][0];

export async function BacklogTabs({ platform, current }: { platform: string; current: BacklogPart }) {
  const t = await getText();
  return (
    <Tabs
      label={t('backlog.places')}
      tabs={PARTS.map(([part, path, label]) => ({
        href: `/p/${platform}/backlog${path}`,
        label: t(label),
        current: part === current,
      }))}
    />
  );
}
