'use client';

import Link from 'next/link';
import { useText } from '../../../../_messages/use-text.tsx';
import { Button, ButtonLink } from '../../../../_ui/button.tsx';
import { Field } from '../../../../_ui/field.tsx';
import { Input } from '../../../../_ui/input.tsx';
import { Notice } from '../../../../_ui/notice.tsx';
import { type Choices, type Item, isOpen } from './backlog-data.ts';
import { CriteriaPicker } from './criteria-picker.tsx';
import type { Names } from './effect-facts.tsx';
import { EffectPreview } from './effect-preview.tsx';
import { PlanFields } from './plan-fields.tsx';
import { type Draft, useDraft } from './use-draft.ts';
import { usePreview } from './use-preview.ts';
import { useSave } from './use-save.ts';

type Props = { platform: string; choices: Choices; names: Names; draft: Draft; item: Item | null };

/** Proposes an improvement, or changes one, with its effect beside it while one chooses. */
export function ImprovementForm({ platform, choices, names, draft, item }: Props) {
  const t = useText();
  const { values, set } = useDraft(draft);
  const { preview, effortDays } = usePreview(platform, values.criteria);
  const { send, busy, error } = useSave(platform, item, values);
  const home = `/p/${platform}/backlog`;
  const mayChoose = item === null || isOpen(item.state);
  return (
    <form onSubmit={(event) => void send(event)} className="grid gap-x-12 gap-y-6 lg:grid-cols-[minmax(0,1fr)_22rem]">
      <div className="grid max-w-2xl content-start gap-5">
        <TitleField values={values} set={set} />
        {mayChoose ? (
          <CriteriaPicker
            choices={choices}
            names={names}
            chosen={values.criteria}
            onChange={(criteria) => set({ criteria })}
          />
        ) : (
          <p className="text-muted">{t('backlog.form.fixed')}</p>
        )}
        <PlanFields
          values={values}
          set={set}
          rubricDays={effortDays}
          choices={choices}
          draft={draft}
          isNew={item === null}
        />
      </div>
      <div className="grid content-start gap-4 lg:sticky lg:top-4">
        <EffectPreview preview={preview} names={names} />
        {error === null ? null : (
          <Notice tone="broken" live>
            {error}
            {item === null ? null : (
              <Link className="link ml-1" href={`${home}/${item.id}`} target="_blank">
                {t('backlog.form.seeNow')}
              </Link>
            )}
          </Notice>
        )}
        <div className="flex flex-wrap gap-2">
          <Button type="submit" variant="primary" disabled={busy || values.criteria.length === 0}>
            {t(item === null ? 'backlog.form.create' : 'backlog.form.save')}
          </Button>
          <ButtonLink variant="quiet" href={item === null ? home : `${home}/${item.id}`}>
            {t('backlog.form.cancel')}
          </ButtonLink>
        </div>
      </div>
    </form>
  );
}

function TitleField({ values, set }: ReturnType<typeof useDraft>) {
  const t = useText();
  return (
    <Field label={t('backlog.form.title')} hint={t('backlog.form.titleHint')} required>
      {(control) => (
        <Input
          {...control}
          value={values.title}
          minLength={3}
          maxLength={140}
          onChange={(event) => set({ title: event.target.value })}
        />
      )}
    </Field>
  );
}
