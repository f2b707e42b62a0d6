import type { Metadata } from 'next';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { formatWhen } from '../../../../../_messages/format.ts';
import { getText } from '../../../../../_messages/get-text.ts';
import { found } from '../../../../../_trpc/found.ts';
import { api } from '../../../../../_trpc/server.ts';
import { Notice } from '../../../../../_ui/notice.tsx';
import { platformHere } from '../../platform-here.ts';
import { SectionHeader } from '../../section-header.tsx';
import { TrackerActions } from '../_tracker/tracker-actions.tsx';
import type { TrackerDetail } from '../_tracker/tracker-data.ts';
import { TrackerState } from '../_tracker/tracker-state.tsx';
import { intervalName, kindName } from '../_tracker/tracker-words.ts';
import { TroubledTable } from '../_tracker/troubled-table.tsx';

type Props = { params: Promise<{ platform: string; tracker: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await found((await api()).trackers.read(await params))).name };
}

export default async function TrackerPage({ params }: Props) {
  const t = await getText();
  const { platform, tracker: id } = await params;
  const { timeZone } = await platformHere(platform);
  const tracker = await found((await api()).trackers.read({ platform, tracker: id }));
  const { name, kind, place, direction, state, lastRunAt } = tracker;
  return (
    <div className="flex flex-col gap-8">
      <SectionHeader title={name} about={`${kindName(t, kind)} · ${place}. ${t(`trackers.directions.${direction}`)}`}>
        {tracker.form === null ? null : (
          <div className="flex flex-wrap gap-2">
            <TrackerActions platform={platform} tracker={{ id, name, paused: state === 'paused', lastRunAt }} />
          </div>
        )}
      </SectionHeader>
      <Figures tracker={tracker} timeZone={timeZone} />
      <section>
        <h3 className="mb-2 font-semibold">{t('trackers.detail.troubled')}</h3>
        {tracker.troubled.length > 0 ? (
          <>
            <p className="mb-3 max-w-2xl text-muted">{t('trackers.detail.troubledAbout')}</p>
            <TroubledTable platform={platform} troubled={tracker.troubled} />
          </>
        ) : (
          <p className="max-w-2xl text-muted">
            {t(tracker.linked === 0 ? 'trackers.detail.noLinks' : 'trackers.detail.calm')}{' '}
            <Link className="link" href={`/p/${platform}/backlog`}>
              {t('trackers.detail.toBacklog')}
            </Link>
          </p>
        )}
      </section>
    </div>
  );
}

async function Figures({ tracker, timeZone }: { tracker: TrackerDetail; timeZone: string }) {
  const t = await getText();
  const now = new Date();
  const when = (iso: string) => formatWhen(iso, now, t.locale, timeZone);
  const { lastRunAt, nextRunAt, error, intervalMinutes, linked, queued, broken } = tracker;
  // what waits is written as soon as it may be; with nothing to write it is called at its next turn
  const retryAt = queued === 0 ? null : tracker.holdUntil;
  return (
    <div className="flex flex-col gap-4">
      <TrackerState tracker={tracker} timeZone={timeZone} />
      {error === null ? null : (
        <Notice tone={tracker.state === 'limited' ? 'needs-you' : 'broken'} title={error}>
          {retryAt === null ? null : t('trackers.until', { when: when(retryAt) })} {t('trackers.keeps')}
        </Notice>
      )}
      <dl className="flex flex-wrap gap-x-10 gap-y-4">
        <Fact label={t('trackers.issues')}>{linked}</Fact>
        <Fact label={t('trackers.queued')}>{queued}</Fact>
        {broken === 0 ? null : <Fact label={t('trackers.detail.broken')}>{broken}</Fact>}
        <Fact label={t('trackers.lastRun')}>{lastRunAt === null ? t('trackers.never') : when(lastRunAt)}</Fact>
        {nextRunAt === null || retryAt !== null ? null : (
          <Fact label={t('trackers.nextRun')}>
            {Date.parse(nextRunAt) <= now.getTime() ? t('trackers.soon') : when(nextRunAt)}
          </Fact>
        )}
        <Fact label={t('trackers.detail.interval')}>{intervalName(t, intervalMinutes)}</Fact>
      </dl>
    </div>
  );
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div>
      <dt className="text-xs text-muted">{label}</dt>
      <dd className="mt-0.5">{children}</dd>
    </div>
  );
}
