import type { AppText } from '../../../../_messages/registry.ts';
import type { Leftover } from './rubrics-data.ts';

/** What people said or planned about something that a rubric does not have. */
export function LeftoverList({ t, leftovers }: { t: AppText; leftovers: readonly Leftover[] }) {
  return (
    <ul>
      {leftovers.map(({ kind, subject, carriedTo, count }) => (
        <li key={`${kind} ${subject}`}>
          <span className="figures text-muted">{subject}</span> {t(`rubrics.leftovers.${kind}`, { n: count })}
          {carriedTo === null ? null : `, ${t('rubrics.leftovers.carried', { to: carriedTo })}`}
        </li>
      ))}
    </ul>
  );
}
