'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { useText } from '../../../../_messages/use-text.tsx';
import { trpc } from '../../../../_trpc/client.tsx';
import { useAction } from '../../../../_trpc/use-action.ts';
import { Button } from '../../../../_ui/button.tsx';
import { Dialog } from '../../../../_ui/dialog.tsx';
import { Field } from '../../../../_ui/field.tsx';
import { Textarea } from '../../../../_ui/input.tsx';
import { Notice } from '../../../../_ui/notice.tsx';
import { versionPath } from './rubrics-data.ts';

type Props = { platform: string; draft: { id: string; version: number } };

/** Makes the draft a version, and goes there. */
export function PublishDraft({ platform, draft, name }: Props & { name: string }) {
  const t = useText();
  const router = useRouter();
  const { run, busy, error } = useAction();
  const [note, setNote] = useState('');
  const [open, setOpen] = useState(false);
  const publish = () =>
    run(async () => {
      const input = { platform, draft: draft.id, version: draft.version, note };
      const { id, version } = await trpc.rubrics.publishDraft.mutate(input);
      router.push(versionPath(platform, `${id}@${version}`));
    });
  return (
    <Dialog
      title={t('rubrics.draft.publishTitle', { version: name })}
      description={t('rubrics.draft.publishAbout')}
      open={open}
      onOpenChange={setOpen}
      trigger={<Button variant="primary">{t('rubrics.draft.publish')}</Button>}
    >
      <div className="flex flex-col gap-3">
        {error ? <Notice tone="broken">{error}</Notice> : null}
        <Field label={t('rubrics.draft.note')}>
          {(control) => (
            <Textarea {...control} value={note} maxLength={2000} onChange={(event) => setNote(event.target.value)} />
          )}
        </Field>
        <div className="flex gap-2">
          <Button variant="primary" disabled={busy} onClick={publish}>
            {t('rubrics.draft.publish')}
          </Button>
          <Button variant="quiet" onClick={() => setOpen(false)}>
            {t('rubrics.draft.cancel')}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}

/** Throws the draft away, and goes back to the list. */
export function DiscardDraft({ platform, draft }: Props) {
  const t = useText();
  const router = useRouter();
  const { run, busy, error } = useAction();
  const [open, setOpen] = useState(false);
  const discard = () =>
    run(async () => {
      await trpc.rubrics.discardDraft.mutate({ platform, draft: draft.id, version: draft.version });
      router.push(`/p/${platform}/rubrics`);
      router.refresh();
    });
  return (
    <Dialog
      title={t('rubrics.draft.discardTitle')}
      description={t('rubrics.draft.discardAbout')}
      open={open}
      onOpenChange={setOpen}
      trigger={<Button variant="quiet">{t('rubrics.draft.discard')}</Button>}
    >
      <div className="flex flex-col gap-3">
        {error ? <Notice tone="broken">{error}</Notice> : null}
        <div className="flex gap-2">
          <Button variant="danger" disabled={busy} onClick={discard}>
            {t('rubrics.draft.discard')}
          </Button>
          <Button variant="quiet" onClick={() => setOpen(false)}>
            {t('rubrics.draft.cancel')}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
