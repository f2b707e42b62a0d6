'use client';

import { useText } from '../../../../_messages/use-text.tsx';
import { trpc } from '../../../../_trpc/client.tsx';
import { ImportFile } from '../../settings/import/[kind]/import-file.tsx';

/** Takes in a file of improvements. */
export function ImportImprovements({ platform }: { platform: string }) {
  const t = useText();
  return (
    <ImportFile
      home={`/p/${platform}/backlog/table`}
      back={t('backlog.file.back')}
      onPreview={(csv) => trpc.backlog.previewFile.mutate({ platform, csv })}
      onImport={(file) => trpc.backlog.importFile.mutate({ platform, ...file })}
    />
  );
}
