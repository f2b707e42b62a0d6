'use client';

import { useText } from '../../../../_messages/use-text.tsx';
import { Button } from '../../../../_ui/button.tsx';

const FORMATS = ['pdf', 'xlsx', 'html', 'csv', 'json', 'md'] as const;

/** Ways to take the report along. */
export function ReportActions({ platform, id }: { platform: string; id: string }) {
  const t = useText();
  return (
    <div className="flex flex-wrap items-center gap-4">
      <p className="flex flex-wrap items-center gap-3">
        <span className="text-muted">{t('reports.exports')}</span>
        {FORMATS.map((format) => (
          <a key={format} className="link" href={`/api/reports/${platform}/${id}/${format}`} download>
            {format.toUpperCase()}
          </a>
        ))}
      </p>
      <Button onClick={() => window.print()}>{t('reports.print')}</Button>
    </div>
  );
}
