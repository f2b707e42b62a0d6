import { type ChangeEvent, useState } from 'react';
import { useText } from '../../../../../_messages/use-text.tsx';
import { Button } from '../../../../../_ui/button.tsx';
import { Field } from '../../../../../_ui/field.tsx';
import { Input, Textarea } from '../../../../../_ui/input.tsx';

export type Chosen = { fileName: string; csv: string };

const LARGEST = 1024 * 1024;

/** A file of this machine, or text from the clipboard. */
export function ChooseFile({ busy, onLook }: { busy: boolean; onLook: (chosen: Chosen | null) => void }) {
  const t = useText();
  const [tooLarge, setTooLarge] = useState(false);
  const [text, setText] = useState('');

  async function choose({ target }: ChangeEvent<HTMLInputElement>) {
    const [file] = target.files ?? [];
    setTooLarge(file !== undefined && file.size > LARGEST);
    if (file === undefined || file.size > LARGEST) onLook(null);
    else onLook({ fileName: file.name.slice(0, 200), csv: await file.text() });
    // the same file, mended, may be chosen again
    target.value = '';
  }

  return (
    <div className="flex max-w-2xl flex-col gap-4">
      <Field
        label={t('catalogue.file.file')}
        hint={t('catalogue.file.fileHint')}
        error={tooLarge ? t('catalogue.file.tooLarge') : null}
      >
        {(control) => (
          <Input
            {...control}
            type="file"
            accept=".csv,.tsv,text/csv"
            disabled={busy}
            onChange={choose}
            className="h-auto! py-1 file:mr-3 file:rounded-sm file:bg-sunken file:px-2 file:py-0.5"
          />
        )}
      </Field>
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
