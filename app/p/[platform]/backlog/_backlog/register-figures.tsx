import type { AppText } from '../../../../_messages/registry.ts';
import type { Register } from './backlog-data.ts';
import { formatPoints } from './backlog-words.ts';

const SOON_DAYS = 30;
const DAY_MS = 86_400_000;

/** Whole days from now until an instant. */
export const daysUntil = (at: string, now: string) => Math.ceil((Date.parse(at) - Date.parse(now)) / DAY_MS);

/** What rests on exemptions, and what needs somebody, in one line. */
export function RegisterFigures({ t, register }: { t: AppText; register: Register }) {
  const { items, percent, now } = register;
  const inForce = items.filter(({ state }) => state === 'in_force');
  const awaiting = items.filter(({ state }) => state === 'awaiting').length;
  const soon = inForce.filter(({ expiresAt }) => expiresAt !== null && daysUntil(expiresAt, now) <= SOON_DAYS).length;
  const rests =
    percent === null || percent === 0
      ? t('backlog.register.restsNone')
      : t('backlog.register.rests', { points: formatPoints(percent, t.locale).replace('+', '') });
  return (
    <p className="mb-4 text-base">
      {rests}
      <span className="block text-sm text-muted">
        {t('backlog.register.inForce', { n: inForce.length })}
        {soon === 0 ? null : ` · ${t('backlog.register.soon', { n: soon })}`}
        {awaiting === 0 ? null : (
          <span className="font-medium text-needs-you"> · {t('backlog.register.awaiting', { n: awaiting })}</span>
        )}
      </span>
    </p>
  );
}
