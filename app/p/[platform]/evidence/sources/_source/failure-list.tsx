import Link from 'next/link';
import { formatDateTime } from '../../../../../_messages/format.ts';
import { getText } from '../../../../../_messages/get-text.ts';
import { Notice } from '../../../../../_ui/notice.tsx';
import type { SourceDetail } from './sources-data.ts';

/** What a failing source leaves unknown, and why. */
export async function FailureList({ failures, platform }: { failures: SourceDetail['failures']; platform: string }) {
  const t = await getText();
  return (
    <div className="mb-8 max-w-3xl">
      <Notice tone="broken" title={t('sources.detail.failsAt')}>
        <p>{t('sources.detail.failsAtText')}</p>
        <ul className="mt-2 flex flex-col gap-2">
          {failures.map(({ metric, metricName, capability, capabilityName, since, message }) => (
            <li key={`${metric} ${capability}`}>
              <Link className="link" href={`/p/${platform}/evidence/metrics/${metric}`}>
                {metricName}
              </Link>
              {' · '}
              {capabilityName ?? t('sources.detail.anyCapability')}{' '}
              <span className="text-muted">{t('sources.failingSince', { when: formatDateTime(since, t.locale) })}</span>
              <span className="block">{message}</span>
            </li>
          ))}
        </ul>
      </Notice>
    </div>
  );
}
