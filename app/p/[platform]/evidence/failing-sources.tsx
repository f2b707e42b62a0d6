import Link from 'next/link';
import { getText } from '../../../_messages/get-text.ts';
import { found } from '../../../_trpc/found.ts';
import { api } from '../../../_trpc/server.ts';
import { Notice } from '../../../_ui/notice.tsx';

/** Sources that do not answer: nothing where all of them do. */
export async function FailingSources({ platform }: { platform: string }) {
  const t = await getText();
  const sources = await found((await api()).sources.list({ platform }));
  const failing = sources.filter(({ state }) => state === 'failing');
  if (failing.length === 0) return null;
  return (
    <div className="mb-6 max-w-3xl">
      <Notice tone="broken" title={t('sources.failing', { n: failing.length })}>
        <p>{t('sources.failingText')}</p>
        <ul className="mt-1">
          {failing.map(({ id, name, newest }) => (
            <li key={id}>
              <Link className="link" href={`/p/${platform}/evidence/sources/${id}`}>
                {name}
              </Link>
              {newest?.error ? `: ${newest.error}` : null}
            </li>
          ))}
        </ul>
      </Notice>
    </div>
  );
}
