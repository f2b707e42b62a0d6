import Link from 'next/link';
import { getText } from '../../../../_messages/get-text.ts';
import { Notice } from '../../../../_ui/notice.tsx';
import type { Cycle } from './cycle-shape.ts';

/** Said before opening: this survey can show nothing, and what to do instead. */
export async function NoResultNotice({ platform, cycle }: { platform: string; cycle: Cycle }) {
  const t = await getText();
  return (
    <Notice tone="needs-you" title={t('surveys.cycle.tooFewTitle')}>
      <p>{t('surveys.cycle.tooFew', { n: cycle.invited, scores: cycle.minimums.scores })}</p>
      <p className="mt-1">
        <Link className="link" href={`/p/${platform}/capabilities/${cycle.capabilities[0] ?? ''}`}>
          {t('surveys.cycle.attest')}
        </Link>
      </p>
    </Notice>
  );
}
