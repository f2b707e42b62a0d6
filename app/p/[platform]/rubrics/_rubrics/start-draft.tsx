'use client';

import { useRouter } from 'next/navigation';
import { useId, useState } from 'react';
import { useText } from '../../../../_messages/use-text.tsx';
import { trpc } from '../../../../_trpc/client.tsx';
import { useAction } from '../../../../_trpc/use-action.ts';
import { Button } from '../../../../_ui/button.tsx';
import { Dialog } from '../../../../_ui/dialog.tsx';
import { Field } from '../../../../_ui/field.tsx';
import { Select } from '../../../../_ui/input.tsx';
import { Notice } from '../../../../_ui/notice.tsx';
import { packFilesIn } from './pack-files-in.ts';

type Props = { platform: string; versions: readonly string[]; current: string };

function FolderField({ busy, onChoose }: { busy: boolean; onChoose: (files: FileList | null) => void }) {
  const t = useText();
  const id = useId();
  return (
    <div className="flex flex-col gap-1 border-t border-hairline pt-4">
      <label htmlFor={id} className="text-sm font-medium">
        {t('rubrics.start.folder')}
      </label>
      <p className="text-xs text-muted">{t('rubrics.start.folderHint')}</p>
      <input
        id={id}
        type="file"
        multiple
        accept=".yaml"
        disabled={busy}
        className="text-sm file:mr-3 file:h-8 file:rounded-md file:border file:border-line file:bg-raised file:px-3 file:text-sm file:text-ink pointer-coarse:min-h-11"
        ref={(input) => input?.setAttribute('webkitdirectory', '')}
        onChange={(event) => onChoose(event.target.files)}
      />
    </div>
  );
}

/** Begins a draft from a version or from a folder of this computer, and goes there. */
export function StartDraft({ platform, versions, current }: Props) {
  const t = useText();
  const router = useRouter();
  const { run, busy, error } = useAction();
  const [open, setOpen] = useState(false);
  const [from, setFrom] = useState(current);
  const [hasNone, setHasNone] = useState(false);

  const start = (input: { from: string } | { files: { file: string; text: string }[] }) =>
    run(async () => {
      const { id } = await trpc.rubrics.createDraft.mutate({ platform, ...input });
      router.push(`/p/${platform}/rubrics/drafts/${id}`);
    });

  async function upload(list: FileList | null) {
    const files = await packFilesIn([...(list ?? [])]);
    setHasNone(files.length === 0);
    if (files.length > 0) await start({ files });
  }

  return (
    <Dialog
      title={t('rubrics.start.title')}
      description={t('rubrics.start.about')}
      open={open}
      onOpenChange={setOpen}
      trigger={<Button variant="primary">{t('rubrics.start.open')}</Button>}
    >
      <div className="flex flex-col gap-4">
        {error ? <Notice tone="broken">{error}</Notice> : null}
        {hasNone ? <Notice tone="needs-you">{t('rubrics.start.none')}</Notice> : null}
        <Field label={t('rubrics.start.from')}>
          {(control) => (
            <Select {...control} value={from} onChange={(event) => setFrom(event.target.value)}>
              {versions.map((name) => (
                <option key={name} value={name}>
                  {name.replace('@', ' ')}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <Button variant="primary" className="self-start" disabled={busy} onClick={() => start({ from })}>
          {t('rubrics.start.make')}
        </Button>
        <FolderField busy={busy} onChoose={upload} />
      </div>
    </Dialog>
  );
}
