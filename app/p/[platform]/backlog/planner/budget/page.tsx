import type { Metadata } from 'next';
import { Suspense } from 'react';
import { getText } from '../../../../../_messages/get-text.ts';
import { found } from '../../../../../_trpc/found.ts';
import { api } from '../../../../../_trpc/server.ts';
import { EmptyState } from '../../../../../_ui/empty-state.tsx';
import { PlannerFrame } from '../_planner/planner-frame.tsx';
import { addressOf, namesIn, type Query, readAsked } from './budget-data.ts';
import { BudgetForm } from './budget-form.tsx';
import { PlanResult } from './plan-result.tsx';
import { Searching } from './searching.tsx';
import { WishList } from './wish-list.tsx';

type Props = { params: Promise<{ platform: string }>; searchParams: Promise<Query> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getText();
  return { title: t('budget.title') };
}

export default async function BudgetPage({ params, searchParams }: Props) {
  const { platform } = await params;
  const around = await found((await api()).planning.readBudget({ platform }));
  const t = await getText();
  const asked = readAsked(await searchParams);
  const names = namesIn(t, around);
  return (
    <PlannerFrame platform={platform} current="budget">
      <p className="mb-4 max-w-2xl text-muted">{t(around.isGated ? 'budget.about' : 'budget.aboutAnswers')}</p>
      <BudgetForm t={t} platform={platform} asked={asked} />
      <WishList t={t} platform={platform} asked={asked} names={names} />
      {asked.days === null ? (
        <EmptyState title={t('budget.start.title')}>{t('budget.start.text')}</EmptyState>
      ) : (
        <Suspense key={addressOf(platform, asked)} fallback={<Searching label={t('budget.searching')} />}>
          <PlanResult asked={{ ...asked, days: asked.days }} around={around} />
        </Suspense>
      )}
    </PlannerFrame>
  );
}
