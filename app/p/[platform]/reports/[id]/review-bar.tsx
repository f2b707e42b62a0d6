'use client';

import { useRouter } from 'next/navigation';
import { useText } from '../../../../_messages/use-text.tsx';
import { trpc } from '../../../../_trpc/client.tsx';
import { useAction } from '../../../../_trpc/use-action.ts';
import { Button } from '../../../../_ui/button.tsx';
import { Notice } from '../../../../_ui/notice.tsx';

/** What an editor can do with a quarter that waits for review. */
export function ReviewBar({ platform, id }: { platform: string; id: string }) {
  const t = useText();
  const router = useRouter();
  const { run, busy, error } = useAction();
  const quarter = { platform, id };

  async function decide(verb: 'publish' | 'setAside') {
    if (await run(() => trpc.assessments[verb].mutate(quarter))) router.refresh();
  }

  return (
    <div className="pb-6 print:hidden">
      <Notice title={t('reports.review.title')}>
        <p>{t('reports.review.about')}</p>
        {error ? (
          <p role="alert" className="pt-2 font-medium text-broken">
            {error}
          </p>
        ) : null}
        <p className="flex flex-wrap gap-2 pt-3">
          <Button variant="primary" disabled={busy} onClick={() => decide('publish')}>
            {t('reports.review.publish')}
          </Button>
          <Button disabled={busy} onClick={() => decide('setAside')}>
            {t('reports.review.setAside')}
          </Button>
        </p>
      </Notice>
    </div>
  );
}
