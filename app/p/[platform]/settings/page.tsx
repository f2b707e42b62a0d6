import type { Metadata } from 'next';
import { getText } from '../../../_messages/get-text.ts';
import { api } from '../../../_trpc/server.ts';
import { ButtonLink } from '../../../_ui/button.tsx';
import { PlatformForm } from './platform-form.tsx';
import { platformHere } from './platform-here.ts';
import { SectionHeader } from './section-header.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getText();
  return { title: t('settings.title') };
}

export default async function PlatformSettingsPage({ params }: { params: Promise<{ platform: string }> }) {
  const t = await getText();
  const platform = await platformHere((await params).platform);
  const me = await (await api()).people.me();
  const { key, name, timeZone, fiscalYearStartMonth, rubric, admin } = platform;
  return (
    <>
      <SectionHeader title={t('settings.platform.title')} about={t('settings.platform.about')}>
        {me.admin ? (
          <ButtonLink href={`/p/${key}/settings/new-platform`}>{t('settings.platform.add')}</ButtonLink>
        ) : null}
      </SectionHeader>
      <PlatformForm
        platform={{ key, name, timeZone, fiscalYearStartMonth }}
        timeZones={Intl.supportedValuesOf('timeZone')}
        editable={admin}
      />
      <dl className="mt-8 grid max-w-md grid-cols-[auto_1fr] gap-x-6 gap-y-1 border-t border-hairline pt-4 text-muted">
        <dt>{t('settings.platform.key')}</dt>
        <dd className="figures text-ink">{key}</dd>
        <dt>{t('settings.platform.rubric')}</dt>
        <dd className="figures text-ink">
          {rubric.id} {rubric.version}
        </dd>
      </dl>
    </>
  );
}
