import type { inferRouterOutputs } from '@trpc/server';
import type { AppRouter } from '#server/router.ts';
import { formatDateTime } from '../../../../_messages/format.ts';
import { getText } from '../../../../_messages/get-text.ts';
import { Cell, Row } from '../../../../_ui/table.tsx';
import { detailText } from './detail-text.ts';

type Entry = inferRouterOutputs<AppRouter>['people']['listAudit']['items'][number];

export async function AuditRow({ entry }: { entry: Entry }) {
  const t = await getText();
  return (
    <Row>
      <Cell className="whitespace-nowrap">{formatDateTime(entry.at, t.locale)}</Cell>
      <Cell className="whitespace-nowrap">
        {entry.actorName}
        {entry.actorKind === 'person' ? null : (
          <span className="text-muted"> ({t(`settings.audit.kinds.${entry.actorKind}`)})</span>
        )}
      </Cell>
      <Cell className="figures whitespace-nowrap">{entry.action}</Cell>
      <Cell className="figures max-w-40 truncate text-muted" title={entry.subject ?? undefined}>
        {entry.subject}
      </Cell>
      <Cell className="min-w-60 text-xs break-words text-muted">{detailText(entry.detail)}</Cell>
    </Row>
  );
}
