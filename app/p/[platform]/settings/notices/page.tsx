import { formatDateTime } from '../../../../_messages/format.ts';
import { getText } from '../../../../_messages/get-text.ts';
import { found } from '../../../../_trpc/found.ts';
import { api } from '../../../../_trpc/server.ts';
import { EmptyState } from '../../../../_ui/empty-state.tsx';
import { NotAllowed } from '../not-allowed.tsx';
import { platformHere } from '../platform-here.ts';
import { SectionHeader } from '../section-header.tsx';
import { RetryAll } from './retry-all.tsx';
import { SendTest } from './send-test.tsx';
import { TroubleTable } from './trouble-table.tsx';

/** How messages leave this deployment, for those who administer it. */
export default async function NoticesPage({ params }: { params: Promise<{ platform: string }> }) {
  const t = await getText();
  const { timeZone } = await platformHere((await params).platform);
  const caller = await api();
  const me = await found(caller.people.me());
  if (!me.admin) return <NotAllowed />;
  const outbox = await caller.notices.outbox();
  const { mail, publicUrl, lastSentAt, waiting, sent, givenUp, troubled } = outbox;
  if (mail === null) return <EmptyState title={t('notices.outbox.offTitle')}>{t('notices.outbox.off')}</EmptyState>;
  const signsIn = t(mail.signsIn ? 'notices.outbox.withPassword' : 'notices.outbox.withoutPassword');
  const facts: [string, string][] = [
    [
      t('notices.outbox.server'),
      `${t('notices.outbox.serverValue', { host: mail.host, port: String(mail.port) })}, ${signsIn}`,
    ],
    [t('notices.outbox.from'), `${mail.from.name} <${mail.from.address}>`],
    [t('notices.outbox.links'), publicUrl],
    [
      t('notices.outbox.lastSent'),
      lastSentAt === null ? t('notices.outbox.never') : formatDateTime(lastSentAt, t.locale, timeZone),
    ],
    [t('notices.outbox.waiting'), String(waiting)],
    [t('notices.outbox.sent'), String(sent)],
    [t('notices.outbox.givenUp'), String(givenUp)],
  ];
  return (
    <div className="flex flex-col gap-10">
      <section>
        <SectionHeader title={t('notices.outbox.title')} about={t('notices.outbox.about')} />
        <dl className="grid max-w-2xl grid-cols-1 gap-x-6 gap-y-1 sm:grid-cols-[auto_1fr]">
          {facts.map(([label, value]) => (
            <div key={label} className="contents">
              <dt className="text-muted max-sm:mt-2">{label}</dt>
              <dd className="figures min-w-0 wrap-anywhere">{value}</dd>
            </div>
          ))}
        </dl>
        <SendTest />
      </section>
      <section>
        <SectionHeader title={t('notices.outbox.troubleTitle')}>
          {troubled.length === 0 ? null : <RetryAll />}
        </SectionHeader>
        {troubled.length === 0 ? (
          <p className="text-muted">{t('notices.outbox.calm')}</p>
        ) : (
          <TroubleTable troubled={troubled} timeZone={timeZone} />
        )}
      </section>
    </div>
  );
}
