import { formatWhen } from '../../../../_messages/format.ts';
import type { AppText } from '../../../../_messages/registry.ts';
import type { Entry, OpenItem } from './backlog-data.ts';

const FIELDS = [
  'title',
  'notes',
  'dueOn',
  'effortDays',
  'ownerUserId',
  'ownerTeamId',
  'criteria',
  'actualDays',
  'campaignId',
] as const;

function fieldWords(t: AppText, changed: string[]): string {
  const words = FIELDS.filter((field) => changed.includes(field)).map((field) => t(`backlog.history.fields.${field}`));
  return new Intl.ListFormat(t.locale).format(new Set(words));
}

/** What came of the issue of an improvement. */
const ISSUE_ENTRIES = {
  'improvement.link': 'trackers.history.link',
  'improvement.unlink': 'trackers.history.unlink',
  'improvement.unlinked': 'trackers.history.unlinked',
  'improvement.conflict': 'trackers.history.conflict',
} as const;
const isIssueEntry = (action: string): action is keyof typeof ISSUE_ENTRIES => action in ISSUE_ENTRIES;

function entryWords(t: AppText, { action, from, to, changed }: Entry): string {
  if (action === 'improvement.change') return t('backlog.history.change', { what: fieldWords(t, changed) });
  if (isIssueEntry(action)) return t(ISSUE_ENTRIES[action]);
  if (action === 'improvement.rank') return t('backlog.history.rank');
  if (from === null || to === null) return t('backlog.history.create');
  return t('backlog.history.move', { from: t(`backlog.states.${from}`), to: t(`backlog.states.${to}`) });
}

/** What happened to an improvement, the newest first. */
export function History({ t, open }: { t: AppText; open: OpenItem }) {
  return (
    <ol>
      {open.history.map((entry) => (
        <li key={entry.id} className="border-b border-hairline py-1.5 last:border-0">
          <span className="font-medium">{entry.by ?? t('backlog.history.evaluation')}</span> {entryWords(t, entry)}
          <span className="block text-xs text-muted">
            {formatWhen(entry.at, new Date(open.now), t.locale, open.platform.timeZone)}
          </span>
        </li>
      ))}
    </ol>
  );
}
