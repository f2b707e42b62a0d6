'use client';

import { useState } from 'react';
import type { CsvImported, CsvPreview as Preview } from '#server/router.ts';
import { useText } from '../../../../_messages/use-text.tsx';
import { postFile } from '../../../../_trpc/post-file.ts';
import { useAction } from '../../../../_trpc/use-action.ts';
import { Button, ButtonLink } from '../../../../_ui/button.tsx';
import { FileField } from '../../../../_ui/file-field.tsx';
import { Notice } from '../../../../_ui/notice.tsx';
import { CsvPreview } from './csv-preview.tsx';
import { RowProblems } from './row-problems.tsx';

type Chosen = { file: File; preview: Preview };

const LARGEST = 16 * 1024 * 1024;

/** Choose a file, look at what was read, then import the good rows. */
export function UploadCsv({ platform }: { platform: string }) {
  const t = useText();
  const { run, busy, error } = useAction();
  const door = `/api/evidence/${platform}/csv`;
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const [imported, setImported] = useState<CsvImported | null>(null);

  async function look(file: File | null) {
    setChosen(null);
    if (file === null) return;
    await run(async () => {
      setChosen({ file, preview: await postFile<Preview>(`${door}/preview`, file) });
    });
  }

  async function store({ file }: Chosen) {
    const address = `${door}?fileName=${encodeURIComponent(file.name)}`;
    await run(async () => setImported(await postFile<CsvImported>(address, file)));
  }

  if (imported !== null) {
    return <Imported platform={platform} imported={imported} onAgain={() => [setImported(null), setChosen(null)]} />;
  }
  return (
    <div className="flex flex-col gap-6">
      <div className="max-w-md">
        <FileField
          label={t('evidence.csv.file')}
          hint={t('evidence.csv.fileHint')}
          tooLarge={t('evidence.csv.tooLarge')}
          error={error}
          largest={LARGEST}
          disabled={busy}
          onChoose={(file) => void look(file)}
        />
      </div>
      {busy ? <Notice live>{t(chosen === null ? 'evidence.csv.reading' : 'evidence.csv.importing')}</Notice> : null}
      {chosen === null ? null : (
        <>
          <CsvPreview preview={chosen.preview} />
          <div>
            <Button variant="primary" disabled={busy || chosen.preview.good === 0} onClick={() => store(chosen)}>
              {t('evidence.csv.import', { n: chosen.preview.good })}
            </Button>
          </div>
        </>
      )}
    </div>
  );
}

type Done = { platform: string; imported: CsvImported; onAgain: () => void };

function Imported({ platform, imported, onAgain }: Done) {
  const t = useText();
  return (
    <div className="flex flex-col gap-6">
      <Notice live title={t('evidence.csv.done', { n: imported.accepted })}>
        {t('evidence.csv.doneText')}{' '}
        {imported.rejected === 0 ? null : t('evidence.csv.doneRejected', { n: imported.rejected })}
      </Notice>
      <RowProblems problems={imported.problems} bad={imported.rejected} />
      <div className="flex flex-wrap gap-2">
        <ButtonLink variant="primary" href={`/p/${platform}/evidence`}>
          {t('evidence.csv.toMetrics')}
        </ButtonLink>
        <Button onClick={onAgain}>{t('evidence.csv.another')}</Button>
      </div>
    </div>
  );
}
