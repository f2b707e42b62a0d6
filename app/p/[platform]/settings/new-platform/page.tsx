import type { Metadata } from 'next';
import { getText } from '../../../../_messages/get-text.ts';
import { found } from '../../../../_trpc/found.ts';
import { api } from '../../../../_trpc/server.ts';
import { NotAllowed } from '../not-allowed.tsx';
import { SectionHeader } from '../section-header.tsx';
import { NewPlatformForm } from './new-platform-form.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getText();
  return { title: t('settings.platform.add') };
}

export default async function NewPlatformPage() {
  const t = await getText();
  const { people, catalogue } = await api();
  if (!(await found(people.me())).admin) return <NotAllowed />;
  const offer = await catalogue.readOffer();
  return (
    <div className="max-w-2xl">
      <SectionHeader title={t('settings.platform.add')} about={t('settings.platform.addAbout')} />
      <NewPlatformForm offer={offer} timeZones={Intl.supportedValuesOf('timeZone')} />
    </div>
  );
}
