import { TRPCError } from '@trpc/server';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getText } from '../../../../_messages/get-text.ts';
import { api } from '../../../../_trpc/server.ts';
import { Badge } from '../../../../_ui/badge.tsx';
import { PageHeader } from '../../../../_ui/page-header.tsx';
import { platformHere } from '../../settings/platform-here.ts';
import { CycleActions } from './cycle-actions.tsx';
import { CycleFacts } from './cycle-facts.tsx';
import { NoResultNotice } from './no-result-notice.tsx';
import { RefusedMail } from './refused-mail.tsx';
import { Results } from './results.tsx';
import { TeamTable } from './team-table.tsx';

type Props = { params: Promise<{ platform: string; cycle: string }> };

async function read({ params }: Props) {
  const place = await params;
  const caller = await api();
  const cycle = await caller.surveys.read(place).catch((error: unknown) => {
    if (error instanceof TRPCError && error.code === 'NOT_FOUND') notFound();
    throw error;
  });
  return { place, caller, cycle };
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  return { title: (await read(props)).cycle.title };
}

/** One survey through its life: a draft to be checked, an open one with bands and links, a closed one with results. */
export default async function CyclePage(props: Props) {
  const t = await getText();
  const { place, caller, cycle } = await read(props);
  const { editor, timeZone } = await platformHere(place.platform);
  const badge = <Badge tone={cycle.state === 'open' ? 'accent' : 'neutral'}>{t(`surveys.${cycle.state}`)}</Badge>;
  return (
    <>
      <PageHeader
        title={cycle.title}
        about={
          <span className="flex flex-wrap items-center gap-2">
            {badge} {t('respond.askedBy', { name: cycle.askedBy })}
          </span>
        }
      >
        {editor && cycle.state !== 'closed' ? <CycleActions platform={place.platform} cycle={cycle} /> : null}
      </PageHeader>
      <div className="flex flex-col gap-8">
        {cycle.state === 'closed' || cycle.canShow ? null : <NoResultNotice platform={place.platform} cycle={cycle} />}
        <CycleFacts cycle={cycle} timeZone={timeZone} />
        {cycle.state === 'closed' ? (
          <Results results={await caller.surveys.results(place)} timeZone={timeZone} />
        ) : (
          <TeamTable platform={place.platform} cycle={cycle} editor={editor} />
        )}
        {cycle.refusedMail.length === 0 ? null : <RefusedMail platform={place.platform} cycle={cycle} />}
      </div>
    </>
  );
}
