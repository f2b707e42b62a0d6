import type { Metadata } from 'next';
import { formatDateTime } from '../../../../../_messages/format.ts';
import { getText } from '../../../../../_messages/get-text.ts';
import { found } from '../../../../../_trpc/found.ts';
import { api } from '../../../../../_trpc/server.ts';
import { CompareForm } from '../_planner/compare-form.tsx';
import { ComparedCells } from '../_planner/compared-cells.tsx';
import { ComparedSide } from '../_planner/compared-side.tsx';
import { PlannerFrame } from '../_planner/planner-frame.tsx';

type Props = {
  params: Promise<{ platform: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata(): Promise<Metadata> {
  const t = await getText();
  return { title: t('planner.compare.title') };
}

const chosenIn = (value: string | string[] | undefined, or = 'now') =>
  typeof value === 'string' && value !== '' ? value : or;

export default async function ComparePage({ params, searchParams }: Props) {
  const [{ platform }, query, t, caller] = await Promise.all([params, searchParams, getText(), api()]);
  const list = await found(caller.planning.scenarios({ platform }));
  const chosen = { a: chosenIn(query.a), b: chosenIn(query.b, list.scenarios[0]?.id) };
  const compared = await found(caller.planning.compareScenarios({ platform, ...chosen }));
  const { asOf, a, b } = compared;
  return (
    <PlannerFrame platform={platform} current="scenarios">
      <h2 className="text-base font-semibold">{t('planner.compare.title')}</h2>
      <p className="text-muted">
        {t('planner.compare.about', { time: formatDateTime(asOf, t.locale, compared.platform.timeZone) })}
      </p>
      <CompareForm t={t} platform={platform} scenarios={list.scenarios} chosen={chosen} />
      <div className="grid gap-6 pt-6 sm:grid-cols-2">
        <ComparedSide t={t} platform={platform} side={a} now={compared.now} />
        <ComparedSide t={t} platform={platform} side={b} now={compared.now} />
      </div>
      <ComparedCells t={t} compared={compared} />
    </PlannerFrame>
  );
}
