import type { inferRouterOutputs } from '@trpc/server';
import type { AppRouter } from '#server/router.ts';
import { formatWhen } from '../../../../_messages/format.ts';
import { getText } from '../../../../_messages/get-text.ts';
import type { AppText } from '../../../../_messages/registry.ts';
import { found } from '../../../../_trpc/found.ts';
import { api } from '../../../../_trpc/server.ts';
import { Notice } from '../../../../_ui/notice.tsx';
import { LinkIssue } from './link-issue.tsx';
import { UnlinkIssue } from './unlink-issue.tsx';

type Reading = inferRouterOutputs<AppRouter>['trackers']['readLink'];
type Link = NonNullable<Reading['link']>;
type Here = { platform: { key: string; timeZone: string }; improvement: string };

/** The issue of an improvement and how far both are in step; nothing where no tracker is connected. */
export async function IssuePanel({ platform, improvement }: Here) {
  const t = await getText();
  const { link, trackers, mayLink } = await found(
    (await api()).trackers.readLink({ platform: platform.key, id: improvement }),
  );
  if (trackers.length === 0) return null;
  const isFree = link === null || link.state === 'broken';
  return (
    <section>
      <h2 className="pb-1 font-semibold">{t('trackers.issue.title')}</h2>
      {link === null ? (
        <p className="text-muted">{t('trackers.issue.none')}</p>
      ) : (
        <LinkState t={t} link={link} timeZone={platform.timeZone} />
      )}
      {mayLink ? (
        <div className="mt-3 flex flex-wrap gap-2">
          {isFree ? (
            <LinkIssue platform={platform.key} improvement={improvement} trackers={trackers} anew={link !== null} />
          ) : null}
          {link === null ? null : <UnlinkIssue platform={platform.key} improvement={improvement} />}
        </div>
      ) : null}
    </section>
  );
}

function LinkState({ t, link, timeZone }: { t: AppText; link: Link; timeZone: string }) {
  const { tracker, state, issue, address, error, holdUntil } = link;
  const when = (iso: string) => formatWhen(iso, new Date(), t.locale, timeZone);
  return (
    <div className="flex flex-col gap-2">
      <p>
        {issue === null || address === null ? null : (
          <a className="link figures" href={address} rel="noreferrer">
            {issue}
          </a>
        )}{' '}
        <span className="text-muted">{t('trackers.issue.in', { tracker: tracker.name })}</span>
      </p>
      {error === null ? (
        <p className="text-xs text-muted" aria-live="polite">
          {stepWords(t, link, when)}
        </p>
      ) : (
        <Notice
          tone={state === 'broken' ? 'broken' : 'needs-you'}
          title={state === 'broken' ? t('trackers.issue.broken') : error}
        >
          {state === 'broken' ? error : t('trackers.keeps')}{' '}
          {holdUntil === null ? null : t('trackers.issue.again', { when: when(holdUntil) })}
        </Notice>
      )}
    </div>
  );
}

function stepWords(
  t: AppText,
  { tracker, state, address, queued, syncedAt }: Link,
  when: (iso: string) => string,
): string {
  if (tracker.state === 'paused') return t('trackers.issue.paused');
  if (state === 'waiting') return t(address === null ? 'trackers.issue.making' : 'trackers.issue.reaching');
  if (queued || syncedAt === null) return t('trackers.issue.queued');
  const inStep = t('trackers.issue.inStep', { when: when(syncedAt) });
  return tracker.direction === 'out' ? `${inStep} ${t('trackers.issue.outOnly')}` : inStep;
}
