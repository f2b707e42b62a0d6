import type { Metadata } from 'next';
import { getText } from '../../../../_messages/get-text.ts';
import { found } from '../../../../_trpc/found.ts';
import { api } from '../../../../_trpc/server.ts';
import { BacklogFrame } from '../_backlog/backlog-frame.tsx';
import { BacklogTable } from '../_backlog/backlog-table.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getText();
  return { title: t('backlog.title') };
}

export default async function BacklogTablePage({ params }: { params: Promise<{ platform: string }> }) {
  const { platform } = await params;
  const backlog = await found((await api()).backlog.list({ platform }));
  return (
    <BacklogFrame backlog={backlog} current="table">
      <BacklogTable backlog={backlog} />
    </BacklogFrame>
  );
}
