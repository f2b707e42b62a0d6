import Link from 'next/link';
import type { AppText } from '../../../../_messages/registry.ts';
import type { Finding } from './rubrics-data.ts';

type Props = { t: AppText; path: string; findings: readonly Finding[] };

/** What is wrong with a draft: where, what, and what to write instead. */
export function FindingList({ t, path, findings }: Props) {
  return (
    <ul>
      {findings.map(({ check, file, line, column, message, instead }) => (
        <li
          key={`${file} ${line} ${column} ${check} ${message}`}
          className="border-b border-hairline py-2 last:border-0"
        >
          <Link
            prefetch={false}
            className="link figures text-xs"
            href={`${path}?file=${encodeURIComponent(file)}&line=${line}`}
          >
            {t('rubrics.draft.at', { file, line })}
          </Link>
          <p>{message}</p>
          <p className="text-muted">{instead}</p>
        </li>
      ))}
    </ul>
  );
}
