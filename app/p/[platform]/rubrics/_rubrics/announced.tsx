import { formatDate } from '../../../../_messages/format.ts';
import { getText } from '../../../../_messages/get-text.ts';
import { api } from '../../../../_trpc/server.ts';
import { EffectView, percentWords } from './effect-view.tsx';
import type { Points } from './rubrics-data.ts';

/** What criteria that do not count yet would change on their day. Computed while the page is shown already. */
export async function Announced({ platform, points }: { platform: string; points: Points }) {
  const [t, caller] = await Promise.all([getText(), api()]);
  const { days } = await caller.rubrics.announced({ platform });
  if (days.length === 0) return null;
  return (
    <section id="announced" className="pb-8">
      <h2 className="font-semibold">{t('rubrics.announced.title')}</h2>
      <p className="pb-2 text-muted">{t('rubrics.announced.about')}</p>
      {days.map(({ day, criteria, effect }) => (
        <div key={day} className="border-t border-hairline py-3">
          <h3 className="font-medium">{t('rubrics.announced.day', { day: formatDate(day, t.locale) })}</h3>
          <ul>
            {criteria.map(({ id, title }) => (
              <li key={id}>
                <span className="figures text-muted">{id}</span> {title}
              </li>
            ))}
          </ul>
          {effect.comparison.cells.length === 0 ? (
            <p className="pt-1 text-muted">{t('rubrics.announced.none')}</p>
          ) : (
            <>
              <p className="py-1">
                {percentWords(t, effect.percentToTarget.before)} → {percentWords(t, effect.percentToTarget.after)}
              </p>
              <EffectView t={t} names={points} effect={effect} />
            </>
          )}
        </div>
      ))}
    </section>
  );
}
