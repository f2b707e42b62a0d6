import Link from 'next/link';
import type { ReactNode } from 'react';
import { getText } from '../../../../../_messages/get-text.ts';
import { classNames } from '../../../../../_ui/class-names.ts';
import { PageHeader } from '../../../../../_ui/page-header.tsx';
import { BacklogTabs } from '../../_backlog/backlog-tabs.tsx';

/** The parts of the planner with their addresses below it. */
const PARTS = [
  ['whatIf', ''],
  ['route', '/route'],
  ['scenarios', '/scenarios'],
  ['budget', '/budget'],
] as const;
export type PlannerPart = (typeof PARTS)[number][0];

/** What the pages of the planner share: title, the backlog's parts, and its own. */
export async function PlannerFrame({
  platform,
  current,
  actions,
  children,
}: {
  platform: string;
  current: PlannerPart | null;
  actions?: ReactNode;
  children: ReactNode;
}) {
  const t = await getText();
  const home = `/p/${platform}/backlog/planner`;
  return (
    <>
      <PageHeader title={t('planner.title')} about={t('planner.about')}>
        {actions}
      </PageHeader>
      <BacklogTabs platform={platform} current="planner" />
      <nav aria-label={t('planner.parts.label')} className="-mt-2 pb-5">
        <ul className="flex flex-wrap gap-1">
          {PARTS.map(([part, path]) => (
            <li key={part}>
              <Link
                href={`${home}${path}`}
                aria-current={part === current ? 'page' : undefined}
                className={classNames(
                  'flex h-7 items-center rounded-md px-2.5 text-xs font-medium pointer-coarse:h-11',
                  part === current
                    ? 'bg-accent-soft text-accent-strong forced-colors:outline-2'
                    : 'text-muted hover:bg-sunken hover:text-ink',
                )}
              >
                {t(`planner.parts.${part}`)}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      {children}
    </>
  );
}
