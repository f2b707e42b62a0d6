import type { Metadata } from 'next';
import { getText } from '../../../../_messages/get-text.ts';
import { EmptyState } from '../../../../_ui/empty-state.tsx';
import { PageHeader } from '../../../../_ui/page-header.tsx';
import { platformHere } from '../../settings/platform-here.ts';
import { EvidenceTabs } from '../evidence-tabs.tsx';
import { UploadCsv } from './upload-csv.tsx';

const EXAMPLE = `metric,capability,team,at,value,channel
self-service-rate,build-test,,2026-11-01,0.82,
fulfilment-latency,data,checkout,2026-11-03T09:30:00Z,5400,
channel-share,apis,,2026-11-01,0.35,portal`;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getText();
  return { title: t('evidence.csv.title') };
}

export default async function UploadPage({ params }: { params: Promise<{ platform: string }> }) {
  const t = await getText();
  const { key: platform, editor } = await platformHere((await params).platform);
  return (
    <>
      <PageHeader title={t('evidence.csv.title')} about={t('evidence.csv.about')} />
      <EvidenceTabs platform={platform} current="metrics" />
      {editor ? (
        <div className="flex flex-col gap-8">
          <UploadCsv platform={platform} />
          <section className="max-w-2xl">
            <h2 className="font-semibold">{t('evidence.csv.columns')}</h2>
            <p className="mt-1 text-muted">{t('evidence.csv.columnsText')}</p>
            <figure className="mt-3">
              <figcaption className="text-xs text-muted">{t('evidence.csv.example')}</figcaption>
              <pre className="figures mt-1 rounded-md bg-sunken p-3 text-xs break-words whitespace-pre-wrap">
                {EXAMPLE}
              </pre>
            </figure>
          </section>
        </div>
      ) : (
        <EmptyState title={t('evidence.csv.title')}>{t('evidence.csv.notAllowed')}</EmptyState>
      )}
    </>
  );
}
