import type { Metadata } from 'next';
import { getText } from '../../../_messages/get-text.ts';
import { found } from '../../../_trpc/found.ts';
import { api } from '../../../_trpc/server.ts';
import { ButtonLink, buttonClass } from '../../../_ui/button.tsx';
import { EmptyState } from '../../../_ui/empty-state.tsx';
import { PageHeader } from '../../../_ui/page-header.tsx';
import { Tabs } from '../../../_ui/tabs.tsx';
import { FindingList } from './finding-list.tsx';
import { GapChart } from './gap-chart.tsx';
import { GapTable } from './gap-table.tsx';
import { type GapCell, isPair, PAIR_KEYS, PAIRS, pointsOf } from './gaps-data.ts';

type Props = {
  params: Promise<{ platform: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata(): Promise<Metadata> {
  const t = await getText();
  return { title: t('gaps.title') };
}

export default async function GapsPage({ params, searchParams }: Props) {
  const [{ platform }, { of }] = await Promise.all([params, searchParams]);
  const read = await found((await api()).overview.gaps({ platform }));
  const t = await getText();
  const aspects = new Map(read.aspects.map(({ key, name }) => [key, name]));
  const nameOf = ({ capabilityName, aspect }: GapCell) =>
    t('gaps.findings.where', { capability: capabilityName, aspect: aspects.get(aspect) ?? aspect });
  // the first two views that can be compared at all, until somebody chooses
  const pair = isPair(of)
    ? of
    : (PAIR_KEYS.find((key) => pointsOf(read.cells, key, nameOf).length > 0) ?? PAIR_KEYS[0]);
  const points = pointsOf(read.cells, pair, nameOf);
  const [across, up] = PAIRS[pair];
  if (read.cells.length === 0) {
    const action = (
      <ButtonLink href={`/p/${platform}/self-assessment`} variant="primary">
        {t('gaps.notYet.action')}
      </ButtonLink>
    );
    return (
      <>
        <PageHeader title={t('gaps.title')} about={t('gaps.about')} />
        <EmptyState title={t('gaps.notYet.title')} action={action}>
          {t('gaps.notYet.text')}
        </EmptyState>
      </>
    );
  }
  return (
    <>
      <PageHeader title={t('gaps.title')} about={t('gaps.about')}>
        <a href={`/api/gaps/${platform}`} download className={buttonClass()}>
          {t('gaps.download')}
        </a>
      </PageHeader>
      <div className="grid grid-cols-1 gap-x-10 gap-y-8 lg:grid-cols-2">
        <section className="min-w-0">
          <Tabs
            label={t('gaps.pairs.label')}
            tabs={PAIR_KEYS.map((key) => ({
              href: `/p/${platform}/gaps?of=${key}`,
              label: t(`gaps.pairs.${key}`),
              current: key === pair,
            }))}
          />
          {points.length === 0 ? (
            <p className="py-4 text-muted">{t('gaps.noPoints')}</p>
          ) : (
            <GapChart x={t(`gaps.views.${across}`)} y={t(`gaps.views.${up}`)} top={read.top} points={points} />
          )}
        </section>
        <FindingList t={t} read={read} pair={pair} nameOf={nameOf} />
      </div>
      <GapTable t={t} read={read} />
    </>
  );
}
