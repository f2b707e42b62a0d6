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
import { Input, Select, Textarea } from '../../../../_ui/input.tsx';
import { Notice } from '../../../../_ui/notice.tsx';
import { CapabilityChoice } from './capability-choice.tsx';
import { TeamSizes } from './team-sizes.tsx';

type Surveys = inferRouterOutputs<AppRouter>['surveys'];
export type Subjects = Surveys['subjects'];
type Props = { platform: string; templates: Surveys['templates']; subjects: Subjects };

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
      {templates.length > 1 ? (
        <Field label={t('surveys.create.template')} hint={template?.about}>
          {(control) => (
            <Select {...control} value={templateKey} onChange={(event) => setTemplateKey(event.target.value)}>
              {templates.map(({ key, name }) => (
                <option key={key} value={key}>
                  {name}
                </option>
              ))}
            </Select>
          )}
        </Field>
      ) : (
        <p className="text-muted">{template?.about}</p>
      )}
      <Field label={t('surveys.create.name')} hint={t('surveys.create.nameHint')} required>
        {(control) => <Input {...control} name="title" maxLength={120} />}
      </Field>
      <Field label={t('surveys.create.askedBy')} hint={t('surveys.create.askedByHint')} required>
        {(control) => <Input {...control} name="askedBy" maxLength={120} />}
      </Field>
      <Field label={t('surveys.create.purpose')} required>
        {(control) => (
          <Textarea {...control} name="purpose" maxLength={600} key={templateKey} defaultValue={template?.purpose} />
        )}
      </Field>
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
