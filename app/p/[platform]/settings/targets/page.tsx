import type { Metadata } from 'next';
import { getText } from '../../../../_messages/get-text.ts';
import { api } from '../../../../_trpc/server.ts';
import { ButtonLink } from '../../../../_ui/button.tsx';
import { EmptyState } from '../../../../_ui/empty-state.tsx';
import { ExportFile } from '../export-file.tsx';
import { platformHere } from '../platform-here.ts';
import { SectionHeader } from '../section-header.tsx';
import { TargetGrid } from './target-grid.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getText();
  return { title: t('catalogue.targets.title') };
}

export default async function TargetsPage({ params }: { params: Promise<{ platform: string }> }) {
  const t = await getText();
  const { key: platform, editor } = await platformHere((await params).platform);
  const { catalogue } = await api();
  const [capabilities, { aspects, levels, targets }] = await Promise.all([
    catalogue.listCapabilities({ platform }),
    catalogue.readCatalogue({ platform }),
  ]);
  const shown = capabilities.filter(({ state }) => state !== 'archived');
  return (
    <>
      <SectionHeader title={t('catalogue.targets.title')} about={t('catalogue.targets.about')}>
        {editor ? (
          <div className="flex flex-wrap gap-2">
            <ButtonLink href={`/p/${platform}/settings/import/targets`}>{t('catalogue.import')}</ButtonLink>
            <ExportFile kind="targets" platform={platform} />
          </div>
        ) : null}
      </SectionHeader>
      {shown.length === 0 ? (
        <EmptyState title={t('catalogue.capabilities.emptyTitle')}>{t('catalogue.capabilities.empty')}</EmptyState>
      ) : (
        <TargetGrid
          // what was saved elsewhere replaces what stands here
          key={JSON.stringify(targets)}
          platform={platform}
          capabilities={shown.map(({ key, name }) => ({ key, name }))}
          aspects={aspects}
          levels={levels}
          targets={targets}
          editor={editor}
        />
      )}
      {shown.length < capabilities.length ? <p className="mt-3 text-muted">{t('catalogue.targets.archived')}</p> : null}
    </>
  );
}
