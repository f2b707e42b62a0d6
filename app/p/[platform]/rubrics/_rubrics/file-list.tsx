import Link from 'next/link';
import type { AppText } from '../../../../_messages/registry.ts';
import { classNames } from '../../../../_ui/class-names.ts';
import type { Draft } from './rubrics-data.ts';

type Props = { t: AppText; path: string; draft: Draft; current: string };

/** The files of a draft, each with how much is wrong with it. */
export function FileList({ t, path, draft, current }: Props) {
  const { findings } = draft.judgement;
  const names = [...new Set([...draft.files, ...findings].map(({ file }) => file))].sort();
  return (
    <nav aria-label={t('rubrics.draft.files')}>
      <ul className="flex flex-wrap gap-x-3 lg:flex-col">
        {names.map((file) => {
          const n = findings.filter((finding) => finding.file === file).length;
          return (
            <li key={file}>
              <Link
                prefetch={false}
                href={`${path}?file=${encodeURIComponent(file)}`}
                aria-current={file === current ? 'page' : undefined}
                className={classNames(
                  'figures flex items-center justify-between gap-2 rounded-md px-2 py-1 text-xs pointer-coarse:min-h-11',
                  file === current ? 'bg-accent-soft text-accent-strong' : 'text-muted hover:bg-sunken hover:text-ink',
                )}
              >
                {file}
                {n === 0 ? null : <span className="text-needs-you">{t('rubrics.draft.found', { n })}</span>}
              </Link>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
