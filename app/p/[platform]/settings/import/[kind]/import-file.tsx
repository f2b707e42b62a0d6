'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { useText } from '../../../../../_messages/use-text.tsx';
import { useAction } from '../../../../../_trpc/use-action.ts';
import { Button, ButtonLink } from '../../../../../_ui/button.tsx';
import { Notice } from '../../../../../_ui/notice.tsx';
import { Refused } from '../../../../../_ui/refused.tsx';
import { ChooseFile, type Chosen } from './choose-file.tsx';
import type { Preview } from './file-kind.ts';
import { FilePreview } from './file-preview.tsx';

type Looked = Chosen & { preview: Preview };

type Done = { added: number; changed: number };
type Props = {
  home: string;
  /** what leads back there */
  back: string;
  onPreview: (csv: string) => Promise<Preview>;
  onImport: (file: Chosen) => Promise<Done>;
};

/** Choose or paste, look at what would change, then take it in whole. */
export function ImportFile({ home, back, onPreview, onImport }: Props) {
  const t = useText();
  const router = useRouter();
  const { run, busy, error } = useAction();
  const [looked, setLooked] = useState<Looked | null>(null);
  const [done, setDone] = useState<Done | null>(null);

  async function look(chosen: Chosen | null) {
    setLooked(null);
    if (chosen === null) return;
    await run(async () => {
      const preview = await onPreview(chosen.csv);
      setLooked({ ...chosen, preview });
    });
  }

  async function take({ csv, fileName }: Looked) {
    await run(async () => {
      setDone(await onImport({ csv, fileName }));
      // the pages that were fetched ahead still show what was before
      router.refresh();
    });
  }

  if (done !== null)
    return <Imported done={done} home={home} back={back} onAgain={() => [setDone(null), setLooked(null)]} />;
  return (
    <div className="flex flex-col gap-6">
      <ChooseFile busy={busy} onLook={look} />
      <Refused>{error}</Refused>
      {looked === null ? null : (
        <>
          <FilePreview preview={looked.preview} />
          {looked.preview.bad === 0 && looked.preview.add + looked.preview.change > 0 ? (
            <div>
              <Button variant="primary" disabled={busy} onClick={() => take(looked)}>
                {busy
                  ? t('catalogue.file.importing')
                  : t('catalogue.file.import', { n: looked.preview.add + looked.preview.change })}
              </Button>
            </div>
          ) : null}
        </>
      )}
    </div>
  );
}

function Imported({ done, home, back, onAgain }: { done: Done; home: string; back: string; onAgain: () => void }) {
  const t = useText();
  return (
    <div className="flex flex-col gap-4">
      <Notice live>{t('catalogue.file.done', done)}</Notice>
      <div className="flex flex-wrap gap-2">
        <ButtonLink variant="primary" href={home}>
          {back}
        </ButtonLink>
        <Button onClick={onAgain}>{t('catalogue.file.another')}</Button>
      </div>
    </div>
  );
}
