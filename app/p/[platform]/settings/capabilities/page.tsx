import type { Metadata } from 'next';
import { getText } from '../../../../_messages/get-text.ts';
import { api } from '../../../../_trpc/server.ts';
import { ButtonLink } from '../../../../_ui/button.tsx';
import { EmptyState } from '../../../../_ui/empty-state.tsx';
import { ExportFile } from '../export-file.tsx';
import { platformHere } from '../platform-here.ts';
import { SectionHeader } from '../section-header.tsx';
import { AddCapability } from './add-capability.tsx';
import { CapabilityTable } from './capability-table.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getText();
  return { title: t('settings.capabilities.tab') };
}

export default async function CapabilitiesPage({ params }: { params: Promise<{ platform: string }> }) {
  const t = await getText();
  const { key: platform, editor } = await platformHere((await params).platform);
  const { catalogue } = await api();
  const [capabilities, { addable }, teams] = await Promise.all([
    catalogue.listCapabilities({ platform }),
    catalogue.readCatalogue({ platform }),
    catalogue.listTeams(),
  ]);
  const actions = editor ? (
    <div className="flex flex-wrap gap-2">
      <ButtonLink href={`/p/${platform}/settings/import/capabilities`}>{t('catalogue.import')}</ButtonLink>
      {capabilities.length > 0 ? <ExportFile kind="capabilities" platform={platform} /> : null}
      <AddCapability platform={platform} addable={addable} />
    </div>
  ) : null;
  if (capabilities.length === 0) {
    return (
      <EmptyState title={t('catalogue.capabilities.emptyTitle')} action={actions}>
        {t('catalogue.capabilities.empty')}
      </EmptyState>
    );
  }
  return (
    <>
      <SectionHeader title={t('settings.capabilities.title')} about={t('settings.capabilities.about')}>
        {actions}
      </SectionHeader>
      <CapabilityTable
        // what came or went elsewhere is taken over
        key={capabilities
          .map(({ key }) => key)
          .sort()
          .join(' ')}
        platform={platform}
        capabilities={capabilities}
        teams={teams}
        editor={editor}
      />
    </>
  );
}
