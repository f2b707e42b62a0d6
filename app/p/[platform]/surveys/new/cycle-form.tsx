'use client';

import type { inferRouterOutputs } from '@trpc/server';
import { useRouter } from 'next/navigation';
import { type FormEvent, useState } from 'react';
import type { AppRouter } from '#server/router.ts';
import { useText } from '../../../../_messages/use-text.tsx';
import { trpc } from '../../../../_trpc/client.tsx';
import { useAction } from '../../../../_trpc/use-action.ts';
import { Button, ButtonLink } from '../../../../_ui/button.tsx';
import { Field } from '../../../../_ui/field.tsx';
import { Input } from '../../../../_ui/input.tsx';
import { Notice } from '../../../../_ui/notice.tsx';
import { CapabilityChoice } from './capability-choice.tsx';
import { TeamSizes } from './team-sizes.tsx';
import { TemplateChoice, Words } from './words.tsx';

type Surveys = inferRouterOutputs<AppRouter>['surveys'];
export type Subjects = Surveys['subjects'];
export type Templates = Surveys['templates'];
type Props = { platform: string; templates: Templates; subjects: Subjects };

/** Everything a draft needs. What is wrong with it is said by the server, in one place. */
export function CycleForm({ platform, templates, subjects }: Props) {
  const t = useText();
  const router = useRouter();
  const { run, busy, error } = useAction();
  const [templateKey, setTemplateKey] = useState(templates[0]?.key ?? '');
  const [capabilities, setCapabilities] = useState<string[]>([]);
  const [sizes, setSizes] = useState<Record<string, number>>({});
  const template = templates.find(({ key }) => key === templateKey);

  async function save(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const fields = new FormData(event.currentTarget);
    const text = (name: string) => String(fields.get(name) ?? '');
    await run(async () => {
      const { id } = await trpc.surveys.create.mutate({
        platform,
        title: text('title'),
        askedBy: text('askedBy'),
        purpose: text('purpose'),
        template: templateKey,
        capabilities,
        teams: Object.entries(sizes).flatMap(([team, invited]) => (invited > 0 ? [{ team, invited }] : [])),
        closesAt: new Date(text('closesAt')).toISOString(),
      });
      router.push(`/p/${platform}/surveys/${id}`);
    });
  }

  return (
    <form method="post" onSubmit={save} className="flex max-w-2xl flex-col gap-6">
      <TemplateChoice templates={templates} chosen={templateKey} onChoose={setTemplateKey} />
      <Words template={template} />
      <CapabilityChoice
        capabilities={subjects.capabilities.filter(({ offered }) => offered)}
        most={template?.mostCapabilities ?? 1}
        chosen={capabilities}
        onChoose={setCapabilities}
      />
      <TeamSizes subjects={subjects} sizes={sizes} onChange={setSizes} />
      <Field label={t('surveys.create.closes')} hint={t('surveys.create.closesHint')} required>
        {(control) => <Input {...control} type="datetime-local" name="closesAt" className="max-w-60" />}
      </Field>
      {error === null ? null : (
        <Notice tone="needs-you" live>
          {error}
        </Notice>
      )}
      <div className="flex gap-2">
        <Button type="submit" variant="primary" disabled={busy}>
          {t('surveys.create.save')}
        </Button>
        <ButtonLink variant="quiet" href={`/p/${platform}/surveys`}>
          {t('surveys.create.cancel')}
        </ButtonLink>
      </div>
    </form>
  );
}
