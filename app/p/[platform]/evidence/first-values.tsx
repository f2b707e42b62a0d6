import { getText } from '../../../_messages/get-text.ts';
import { ButtonLink } from '../../../_ui/button.tsx';
import { EmptyState } from '../../../_ui/empty-state.tsx';

/** What to do while no value has ever arrived. */
export async function FirstValues({ platform, editor }: { platform: string; editor: boolean }) {
  const t = await getText();
  const call = [
    'curl -H "Authorization: Bearer $PLUMBLINE_TOKEN" -H "Content-Type: application/json" \\',
    `  -d '{"samples":[{"platform":"${platform}","metric":"self-service-rate","capability":"build-test","at":"'$(date -u +%FT%TZ)'","value":0.8}]}' \\`,
    '  $PLUMBLINE_URL/api/v1/metrics',
  ];
  return (
    <div className="mb-8">
      <EmptyState
        title={t('evidence.emptyTitle')}
        action={
          editor ? (
            <>
              <ButtonLink variant="primary" href={`/p/${platform}/evidence/sources/new`}>
                {t('evidence.connect')}
              </ButtonLink>
              <ButtonLink href={`/p/${platform}/evidence/upload`}>{t('evidence.upload')}</ButtonLink>
            </>
          ) : null
        }
      >
        <p>{editor ? t('evidence.empty') : t('evidence.emptyViewer')}</p>
        {editor ? (
          <>
            <p className="mt-3">{t('evidence.pushHint')}</p>
            <pre className="figures mt-2 rounded-md bg-sunken p-3 text-xs break-words whitespace-pre-wrap text-ink">
              {call.join('\n')}
            </pre>
          </>
        ) : null}
      </EmptyState>
    </div>
  );
}
