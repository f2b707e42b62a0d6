import type { inferRouterOutputs } from '@trpc/server';
import type { AppRouter } from '#server/router.ts';
import { ChartFrame } from '../../../../_charts/chart-frame.tsx';
import { charts } from '../../../../_charts/registry.ts';
import { formatDate } from '../../../../_messages/format.ts';
import { getText } from '../../../../_messages/get-text.ts';
import type { AppText } from '../../../../_messages/registry.ts';
import { found } from '../../../../_trpc/found.ts';
import { api } from '../../../../_trpc/server.ts';
import { BreakList, breakDaysOf } from '../../../../_ui/break-list.tsx';
import { flipWords, placeWords, reasonsOf, sureWords } from '../../../../_ui/change-words.ts';

type History = inferRouterOutputs<AppRouter>['capabilities']['history'];
type Change = History['changes'][number];
type Props = { platform: string; capability: string };

const FLIPS_SHOWN = 4;

function headWords(t: AppText, { kind, before, after, capabilityChange }: Change, { levels }: History): string {
  if (capabilityChange !== null) return t(`moved.capability.${capabilityChange}`);
  const words = kind === 'level' ? placeWords : sureWords;
  return `${words(t, before, levels)} → ${words(t, after, levels)}`;
}

function ChangeItem({ t, change, history, page }: { t: AppText; change: Change; history: History; page: string }) {
  const aspect = history.aspects.find(({ key }) => key === change.aspect)?.name ?? change.aspect;
  const flips = reasonsOf(change);
  return (
    <li className="grid gap-x-4 border-b border-hairline py-2 last:border-0 sm:grid-cols-[7rem_minmax(0,1fr)]">
      <span className="figures text-xs leading-5 text-muted">{formatDate(change.day, t.locale)}</span>
      <div className="min-w-0">
        <p>
          {aspect}: {headWords(t, change, history)}
        </p>
        {flips.length === 0 && !change.rubricChanged ? null : (
          <ul className="text-xs text-muted">
            {change.rubricChanged ? <li>{t('moved.history.rubricDay')}</li> : null}
            {flips.slice(0, FLIPS_SHOWN).map((flip) => (
              <li key={`${flip.criterion} ${flip.why}`}>
                <a className="hover:underline" href={`${page}?aspect=${flip.aspect}&criterion=${flip.criterion}`}>
                  {flipWords(t, flip, history.titles[flip.criterion])}
                </a>
              </li>
            ))}
            {flips.length > FLIPS_SHOWN ? <li>{t('moved.more', { n: flips.length - FLIPS_SHOWN })}</li> : null}
          </ul>
        )}
      </div>
    </li>
  );
}

function Changes({ t, history, page }: { t: AppText; history: History; page: string }) {
  if (history.changes.length === 0) return <p className="pt-4 text-muted">{t('moved.history.unchanged')}</p>;
  return (
    <>
      <h3 className="pt-6 font-medium">{t('moved.history.changes')}</h3>
      <ul>
        {history.changes.map((change) => (
          <ChangeItem key={`${change.day} ${change.aspect}`} t={t} change={change} history={history} page={page} />
        ))}
      </ul>
      {history.moreChanges === 0 ? null : (
        <p className="pt-1 text-xs text-muted">{t('moved.history.more', { n: history.moreChanges })}</p>
      )}
    </>
  );
}

/** How the five cells of a capability got where they are: their levels by day, and what changed each. */
export async function History({ platform, capability }: Props) {
  const t = await getText();
  const history = await found((await api()).capabilities.history({ platform, capability }));
  const cells = history.aspects.filter(({ runs }) => runs.length > 0);
  const { Drawing, Table } = await charts['level-history'].load();
  const isNew = cells.every(({ runs }) => runs.length === 1 && runs[0]?.from === runs[0]?.to);
  const data = { levels: history.levels, cells, breakDays: breakDaysOf(history.breaks) };
  return (
    <section className="pt-10">
      <h2 className="text-base font-semibold">{t('moved.history.title')}</h2>
      {isNew ? (
        <p className="text-muted">{t('moved.history.first')}</p>
      ) : (
        <div className="pt-2">
          <ChartFrame
            t={t}
            title={t('charts.level-history.title')}
            unit={t('charts.level-history.unit')}
            table={<Table data={data} t={t} />}
          >
            <Drawing data={data} t={t} />
          </ChartFrame>
          <BreakList t={t} breaks={history.breaks} numbered={false} />
          <Changes t={t} history={history} page={`/p/${platform}/capabilities/${capability}`} />
        </div>
      )}
    </section>
  );
}
