import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getText } from '../../../../../_messages/get-text.ts';
import { ButtonLink } from '../../../../../_ui/button.tsx';
import { EmptyState } from '../../../../../_ui/empty-state.tsx';
import { platformHere } from '../../platform-here.ts';
import { SectionHeader } from '../../section-header.tsx';
import { EXAMPLES, isKind } from './file-kind.ts';
import { ImportCatalogue } from './import-catalogue.tsx';

type Params = Promise<{ platform: string; kind: string }>;

export async function generateMetadata({ params }: { params: Params }): Promise<Metadata> {
  const t = await getText();
  const { kind } = await params;
  return isKind(kind) ? { title: t(`catalogue.file.titles.${kind}`) } : {};
}

export default async function ImportPage({ params }: { params: Params }) {
  const t = await getText();
  const { platform, kind } = await params;
  if (!isKind(kind)) notFound();
  const { editor } = await platformHere(platform);
  const title = t(`catalogue.file.titles.${kind}`);
  if (!editor) return <EmptyState title={title}>{t('catalogue.file.notAllowed')}</EmptyState>;
  const home = `/p/${platform}/settings/${kind}`;
  return (
    <>
      <SectionHeader title={title} about={t('catalogue.file.about')}>
        <ButtonLink href={home}>{t('catalogue.file.back')}</ButtonLink>
      </SectionHeader>
      <div className="flex flex-col gap-8">
        <ImportCatalogue platform={platform} kind={kind} home={home} />
        <section className="max-w-2xl">
          <h3 className="font-semibold">{t('catalogue.file.columns')}</h3>
          <p className="mt-1 text-muted">{t(`catalogue.file.columnsText.${kind}`)}</p>
          <figure className="mt-3">
            <figcaption className="text-xs text-muted">{t('catalogue.file.example')}</figcaption>
            <pre className="figures mt-1 rounded-md bg-sunken p-3 text-xs break-words whitespace-pre-wrap">
              {EXAMPLES[kind]}
            </pre>
          </figure>
        </section>
      </div>
    </>
  );
}
