import { formatDateTime } from '../../_messages/format.ts';
import { useText } from '../../_messages/use-text.tsx';
import type { OpenForm } from './open-form.ts';

/** Before any question: who asks, why, how long, who sees what, the minimum groups, and what happens to the answer. */
export function Assurance({ form }: { form: OpenForm }) {
  const t = useText();
  const { minutes, minimums, team, questions, askedBy, byMail } = form;
  const date = form.closesAt === null ? '' : formatDateTime(form.closesAt, t.locale, form.timeZone);
  return (
    <div className="flex flex-col gap-6">
      <div className="flex flex-col gap-2">
        <p>{form.purpose}</p>
        <p className="text-muted">{t('respond.length', { n: minutes, questions: questions.length, date })}</p>
        <p className="text-muted">{t('respond.noSignIn')}</p>
      </div>
      <Section
        title={t('respond.whoSees')}
        lines={[
          t('respond.totals', { scores: minimums.scores }),
          t('respond.nothingBefore'),
          t('respond.comments', { comments: minimums.comments }),
          t('respond.team', { team }),
        ]}
      />
      <Section
        title={t('respond.whatHappens')}
        lines={[t('respond.sealed'), ...(byMail ? [t('respond.byMail', { name: askedBy })] : []), t('respond.outside')]}
      />
    </div>
  );
}

function Section({ title, lines }: { title: string; lines: string[] }) {
  return (
    <section>
      <h2 className="font-semibold">{title}</h2>
      <ul className="mt-2 flex list-disc flex-col gap-2 pl-5 marker:text-muted">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </section>
  );
}
