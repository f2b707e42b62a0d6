'use client';

import { useRouter } from 'next/navigation';
import { type FormEvent, useState } from 'react';
import { useText } from '../../../../../_messages/use-text.tsx';
import { trpc } from '../../../../../_trpc/client.tsx';
import { useAction } from '../../../../../_trpc/use-action.ts';
import { Button } from '../../../../../_ui/button.tsx';
import { Notice } from '../../../../../_ui/notice.tsx';
import { Choice } from '../../../settings/choice.tsx';
import { TextField } from '../../../settings/text-field.tsx';
import { AllowedField } from './allowed-field.tsx';
import { CheckResult } from './check-result.tsx';
import { allowedOf, emptyDraft, isAsked, type SourceDraft, settingsOf } from './draft.ts';
import { QueriesField } from './queries-field.tsx';
import { SettingField } from './setting-field.tsx';
import { intervalName } from './source-words.ts';
import type { Checked, SourceField, SourceForm } from './sources-data.ts';

type Kept = { id: string; kind: string; secrets: string[]; allowed: string[] };
type Props = { platform: string; form: SourceForm; source: Kept | null; draft: SourceDraft | null };

/** The form of a source, drawn from what its kind asks for; it can be checked before it is saved. */
export function SourceEditor({ platform, form, source, draft }: Props) {
  const t = useText();
  const router = useRouter();
  const saving = useAction();
  const checking = useAction();
  const kind = form.kinds.find((one) => source === null || one.kind === source.kind);
  const fields = kind?.fields ?? [];
  const [value, setValue] = useState<SourceDraft>(draft ?? emptyDraft(fields));
  // only at the beginning: what somebody empties must not fold away under their hands
  const [unfolded] = useState(() => fields.some((field) => field.rare && isGiven(field, value)));
  const [checked, setChecked] = useState<Checked | null>(null);
  const change = (part: Partial<SourceDraft>) => setValue((before) => ({ ...before, ...part }));
  const given = () => ({
    platform,
    kind: kind?.kind ?? '',
    settings: settingsOf(value, fields),
    ...(source === null ? {} : { source: source.id }),
    ...(form.mayAllow ? { allowed: allowedOf(value) } : {}),
  });

  async function check() {
    setChecked(null);
    await checking.run(async () => setChecked(await trpc.sources.check.mutate(given())));
  }

  async function save(event: FormEvent) {
    event.preventDefault();
    const intervalMinutes = form.intervals.find((minutes) => String(minutes) === value.interval);
    await saving.run(async () => {
      const { id } = await trpc.sources.save.mutate({ ...given(), name: value.name, intervalMinutes });
      router.push(`/p/${platform}/evidence/sources/${id}`);
      router.refresh();
    });
  }

  const asked = fields.filter((field) => field.kind !== 'queries' && isAsked(field, value.settings));
  const draw = (field: SourceField) => (
    <SettingField
      key={field.name}
      field={field}
      kept={source?.secrets.includes(field.name) ?? false}
      value={value.settings[field.name] ?? ''}
      onChange={(text) => change({ settings: { ...value.settings, [field.name]: text } })}
    />
  );
  const busy = saving.busy || checking.busy;
  const error = saving.error ?? checking.error;
  return (
    <form onSubmit={save} className="flex max-w-2xl flex-col gap-8">
      <section className="flex flex-col gap-4">
        <TextField
          label={t('sources.form.name')}
          hint={t('sources.form.nameHint')}
          required
          maxLength={80}
          value={value.name}
          onChange={(name) => change({ name })}
        />
        {asked.filter(({ rare }) => !rare).map(draw)}
        <Choice
          label={t('sources.form.interval')}
          value={value.interval}
          options={form.intervals.map((minutes) => ({ value: String(minutes), label: intervalName(t, minutes) }))}
          onChange={(interval) => change({ interval })}
        />
        <AllowedField
          mayAllow={form.mayAllow}
          allowed={source?.allowed ?? []}
          value={value.allowed}
          onChange={(allowed) => change({ allowed })}
        />
        <details className="flex flex-col" open={unfolded}>
          <summary className="cursor-pointer font-medium">{t('sources.form.more')}</summary>
          <div className="mt-4 flex flex-col gap-4">{asked.filter(({ rare }) => rare).map(draw)}</div>
        </details>
      </section>
      <QueriesField form={form} queries={value.queries} onChange={(queries) => change({ queries })} />
      {checked === null ? null : <CheckResult checked={checked} metrics={form.metrics} />}
      <div className="flex flex-col gap-3">
        {error ? (
          <Notice tone="broken" live>
            {error}
          </Notice>
        ) : null}
        <div className="flex flex-wrap gap-2">
          <Button type="submit" variant="primary" disabled={busy || value.queries.length === 0}>
            {t(saving.busy ? 'sources.form.saving' : 'sources.form.save')}
          </Button>
          <Button disabled={busy || value.queries.length === 0} onClick={check}>
            {t(checking.busy ? 'sources.form.checking' : 'sources.form.check')}
          </Button>
        </div>
      </div>
    </form>
  );
}

const isGiven = ({ name, initial }: SourceField, { settings }: SourceDraft): boolean =>
  (settings[name] ?? '') !== String(initial ?? '');
