import { useState } from 'react';
import { useText } from '../../../../../_messages/use-text.tsx';
import { Button } from '../../../../../_ui/button.tsx';
import { Field } from '../../../../../_ui/field.tsx';
import { FileField } from '../../../../../_ui/file-field.tsx';
import { Textarea } from '../../../../../_ui/input.tsx';

export type Chosen = { fileName: string; csv: string };

const LARGEST = 1024 * 1024;

/** A file of this machine, or text from the clipboard. */
export function ChooseFile({ busy, onLook }: { busy: boolean; onLook: (chosen: Chosen | null) => void }) {
  const t = useText();
  const [text, setText] = useState('');

  async function choose(file: File | null) {
    onLook(file === null ? null : { fileName: file.name.slice(0, 200), csv: await file.text() });
  }

  return (
    <div className="flex max-w-2xl flex-col gap-4">
      <FileField
        label={t('catalogue.file.file')}
        hint={t('catalogue.file.fileHint')}
        tooLarge={t('catalogue.file.tooLarge')}
        largest={LARGEST}
        disabled={busy}
        onChoose={(file) => void choose(file)}
      />
      <Field label={t('catalogue.file.paste')} hint={t('catalogue.file.pasteHint')}>
        {(control) => (
          <Textarea
            {...control}
            rows={4}
            className="figures max-h-64 text-xs!"
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
        )}
      </Field>
      <div>
        <Button
          disabled={busy || text.trim() === ''}
          onClick={() => onLook({ fileName: t('catalogue.file.pasted'), csv: text })}
        >
          {t(busy ? 'catalogue.file.looking' : 'catalogue.file.look')}
        </Button>
      </div>
    </div>
  );
}
