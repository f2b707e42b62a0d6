import { getText } from '../../../../_messages/get-text.ts';
import { found } from '../../../../_trpc/found.ts';
import { api } from '../../../../_trpc/server.ts';
import { SectionHeader } from '../section-header.tsx';
import { ChangePassword } from './change-password.tsx';
import { EndSession } from './end-session.tsx';
import { NoticeChoices } from './notice-choices.tsx';
import { SessionTable } from './session-table.tsx';

export default async function AccountPage() {
  const t = await getText();
  const { people, notices } = await api();
  const reads = Promise.all([people.me(), people.listMySessions(), notices.preferences()]);
  const [me, sessions, chosen] = await found(reads);
  return (
    <div className="flex flex-col gap-12">
      <section>
        <SectionHeader title={t('settings.account.title')} about={`${me.name}, ${me.email}`} />
        <ChangePassword email={me.email} />
      </section>
      <section>
        <SectionHeader title={t('notices.title')} about={t('notices.about')} />
        {chosen.sending ? null : <p className="pb-3 text-muted">{t('notices.notSending')}</p>}
        <NoticeChoices kinds={chosen.kinds} />
      </section>
      <section>
        <SectionHeader title={t('settings.account.sessions')}>
          {sessions.length > 1 ? <EndSession session={null} label={t('settings.account.endOthers')} /> : null}
        </SectionHeader>
        <SessionTable sessions={sessions} />
      </section>
    </div>
  );
}
