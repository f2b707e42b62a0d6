'use client';

import { useText } from '../../../../../_messages/use-text.tsx';
import { trpc } from '../../../../../_trpc/client.tsx';
import type { Kind } from './file-kind.ts';
import { ImportFile } from './import-file.tsx';

/** Takes in a part of the catalogue. */
export function ImportCatalogue({ platform, kind, home }: { platform: string; kind: Kind; home: string }) {
  const t = useText();
  return (
    <ImportFile
      home={home}
      back={t('catalogue.file.back')}
      onPreview={(csv) => trpc.catalogue.previewFile.mutate({ kind, platform, csv })}
      onImport={(file) => trpc.catalogue.importFile.mutate({ kind, platform, ...file })}
    />
  );
}
