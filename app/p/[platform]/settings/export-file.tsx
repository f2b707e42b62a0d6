'use client';

import { useText } from '../../../_messages/use-text.tsx';
import { trpc } from '../../../_trpc/client.tsx';
import { useAction } from '../../../_trpc/use-action.ts';
import { Button } from '../../../_ui/button.tsx';
import { downloadFile } from '../../../_ui/download-file.ts';

type Props = { kind: 'teams' | 'capabilities' | 'targets'; platform: string };

/** Takes a part of the catalogue out as CSV, as an import takes it back. */
export function ExportFile({ kind, platform }: Props) {
  const t = useText();
  const { run, busy, error } = useAction();
  const take = () =>
    run(async () => {
      const { fileName, csv } = await trpc.catalogue.exportFile.query({ kind, platform });
      downloadFile(fileName, csv);
    });
  return (
    <span>
      <Button disabled={busy} onClick={take}>
        {t(busy ? 'catalogue.exporting' : 'catalogue.export')}
      </Button>
      {error === null ? null : (
        <span role="alert" className="block text-xs text-broken">
          {error}
        </span>
      )}
    </span>
  );
}
