import type { Metadata } from 'next';
import { getText } from '../../../../_messages/get-text.ts';
import { found } from '../../../../_trpc/found.ts';
import { api } from '../../../../_trpc/server.ts';
import { Badge } from '../../../../_ui/badge.tsx';
import { ButtonLink } from '../../../../_ui/button.tsx';
import { PageHeader } from '../../../../_ui/page-header.tsx';
import { AdoptVersion } from '../_rubrics/adopt-version.tsx';
import { CriteriaTable } from '../_rubrics/criteria-table.tsx';

type Props = { params: Promise<{ platform: string; rubric: string }> };

const nameIn = (part: string) => decodeURIComponent(part);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getText();
  return { title: `${t('rubrics.title')} ${nameIn((await params).rubric).replace('@', ' ')}` };
}

export default async function RubricPage({ params }: Props) {
  const [{ platform, rubric }, t, caller] = await Promise.all([params, getText(), api()]);
  const version = await found(caller.rubrics.read({ platform, rubric: nameIn(rubric) }));
  const neighbours = version.inUse ? (await found(caller.rubrics.crosswalk({ platform }))).entries : [];
  const { name, before, title, model, license, attribution } = version;
  return (
    <>
      <PageHeader
        title={`${title} ${version.version}`}
        about={
          <>
            <p>{attribution}</p>
            <p className="pt-1 text-xs">
              {t('rubrics.read.model')}: {model.name} {model.version} · {t('rubrics.read.license')}: {license} ·{' '}
              {t('rubrics.read.hash')}: <span className="figures">{version.sha256.slice(0, 12)}</span>
            </p>
          </>
        }
      >
        {version.inUse ? <Badge tone="accent">{t('rubrics.inUse')}</Badge> : null}
        {before === null ? null : (
          <ButtonLink prefetch={false} href={`/p/${platform}/rubrics/compare?from=${before}&to=${name}`}>
            {t('rubrics.read.before', { version: before.split('@').at(-1) ?? '' })}
          </ButtonLink>
        )}
        {version.inUse ? null : (
          <ButtonLink prefetch={false} href={`/p/${platform}/rubrics/dry-run?rubric=${name}`}>
            {t('rubrics.read.tried')}
          </ButtonLink>
        )}
        {version.mayAdopt ? <AdoptVersion platform={platform} name={name} /> : null}
      </PageHeader>
      {version.aspects.map((aspect) => (
        <CriteriaTable key={aspect.key} {...{ t, platform, version, aspect, neighbours }} />
      ))}
    </>
  );
}
