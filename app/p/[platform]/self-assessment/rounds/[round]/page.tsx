import type { Metadata } from 'next';
import Link from 'next/link';
import { getText } from '../../../../../_messages/get-text.ts';
import { found } from '../../../../../_trpc/found.ts';
import { api } from '../../../../../_trpc/server.ts';
import { PageHeader } from '../../../../../_ui/page-header.tsx';
import type { Round } from '../rounds-data.ts';
import { OpenRound } from './open-round.tsx';
import { Revealed } from './revealed.tsx';
import { RoundActions } from './round-actions.tsx';

type Props = { params: Promise<{ platform: string; round: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [address, caller] = await Promise.all([params, api()]);
  return { title: (await found(caller.ratingRounds.read(address))).title };
}

export default async function RoundPage({ params }: Props) {
  const [address, t, caller] = await Promise.all([params, getText(), api()]);
  const round = await found(caller.ratingRounds.read(address));
  const about = round.state === 'open' ? t('ratingRounds.open.count', countsOf(round)) : null;
  return (
    <>
      <p className="pb-1 text-xs">
        <Link className="link" href={`/p/${address.platform}/self-assessment/rounds`}>
          {t('ratingRounds.title')}
        </Link>
      </p>
      <PageHeader title={round.title} about={about}>
        {round.state === 'open' && round.mayLead ? <RoundActions round={round} /> : null}
      </PageHeader>
      {round.state === 'open' ? <OpenRound round={round} /> : null}
      {round.state === 'discarded' ? <p className="text-muted">{t('ratingRounds.discarded')}</p> : null}
      {round.result === null ? null : <Revealed round={round} result={round.result} />}
    </>
  );
}

const countsOf = ({ handedIn, asked }: Round) => ({ handedIn, asked });
