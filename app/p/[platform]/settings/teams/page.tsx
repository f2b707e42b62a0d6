import type { Metadata } from 'next';
import { getText } from '../../../../_messages/get-text.ts';
import { api } from '../../../../_trpc/server.ts';
import { ButtonLink } from '../../../../_ui/button.tsx';
import { EmptyState } from '../../../../_ui/empty-state.tsx';
import { ExportFile } from '../export-file.tsx';
import { platformHere } from '../platform-here.ts';
import { SectionHeader } from '../section-header.tsx';
import { AddTeam } from './add-team.tsx';
import { TeamFilter } from './team-filter.tsx';
import { findTeams, orderTeams } from './team-order.ts';
import { TeamTable } from './team-table.tsx';

type Search = { q?: string | string[]; archived?: string | string[] };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getText();
  return { title: t('settings.teams.title') };
}

export default async function TeamsPage({
  params,
  searchParams,
}: {
  params: Promise<{ platform: string }>;
  searchParams: Promise<Search>;
}) {
  const t = await getText();
  const { key: platform, editor } = await platformHere((await params).platform);
  const { q, archived } = await searchParams;
  const words = [q].flat()[0]?.slice(0, 100) ?? '';
  const withArchived = archived === 'yes';
  const teams = await (await api()).catalogue.listTeams();
  const seen = teams.filter((team) => withArchived || !team.archived);
  const shown = words.trim() === '' ? orderTeams(seen) : findTeams(seen, words);
  const actions = editor ? (
    <div className="flex flex-wrap gap-2">
      <ButtonLink href={`/p/${platform}/settings/import/teams`}>{t('catalogue.import')}</ButtonLink>
      {teams.length > 0 ? <ExportFile kind="teams" platform={platform} /> : null}
      <AddTeam teams={teams} />
    </div>
  ) : null;
  if (teams.length === 0) {
    return (
      <EmptyState title={t('settings.teams.emptyTitle')} action={actions}>
        {t('settings.teams.empty')}
      </EmptyState>
    );
  }
  const home = `/p/${platform}/settings/teams`;
  return (
    <>
      <SectionHeader title={t('settings.teams.title')} about={t('settings.teams.about')}>
        {actions}
      </SectionHeader>
      <TeamFilter home={home} words={words} withArchived={withArchived} shown={shown.length} />
      {shown.length === 0 ? (
        <EmptyState title={t('catalogue.teams.noneTitle')}>{t('catalogue.teams.none')}</EmptyState>
      ) : (
        <TeamTable shown={shown} teams={teams} flat={words.trim() !== ''} editor={editor} />
      )}
    </>
  );
}
