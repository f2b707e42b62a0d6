import { getText } from '../../../../_messages/get-text.ts';
import { api } from '../../../../_trpc/server.ts';
import { Body, Cell, Head, HeadCell, Table } from '../../../../_ui/table.tsx';
import { platformHere } from '../platform-here.ts';
import { SectionHeader } from '../section-header.tsx';
import { AddCapability } from './add-capability.tsx';
import { CapabilityDialog } from './capability-dialog.tsx';
import { CapabilityRow } from './capability-row.tsx';

export default async function CapabilitiesPage({ params }: { params: Promise<{ platform: string }> }) {
  const t = await getText();
  const { key: platform, editor } = await platformHere((await params).platform);
  const { catalogue } = await api();
  const [capabilities, { aspects, levels, targets, addable }, teams] = await Promise.all([
    catalogue.listCapabilities({ platform }),
    catalogue.readCatalogue({ platform }),
    catalogue.listTeams(),
  ]);
  const names = new Map(teams.map(({ key, name }) => [key, name]));
  const open = teams.filter(({ archived }) => !archived);
  return (
    <>
      <SectionHeader title={t('settings.capabilities.title')} about={t('settings.capabilities.about')}>
        {editor ? <AddCapability platform={platform} addable={addable} /> : null}
      </SectionHeader>
      <Table label={t('settings.capabilities.title')}>
        <Head>
          <tr>
            <HeadCell>{t('settings.capabilities.name')}</HeadCell>
            <HeadCell>{t('settings.capabilities.owner')}</HeadCell>
            {aspects.map(({ key, name }) => (
              <HeadCell key={key} numeric>
                {name}
              </HeadCell>
            ))}
            <HeadCell numeric>{t('settings.capabilities.weight')}</HeadCell>
            {editor ? (
              <HeadCell className="relative">
                <span className="sr-only">{t('settings.edit')}</span>
              </HeadCell>
            ) : null}
          </tr>
        </Head>
        <Body>
          {capabilities.map((capability) => {
            const own = targets.filter((target) => target.capability === capability.key);
            return (
              <CapabilityRow
                key={capability.key}
                capability={capability}
                owner={names.get(capability.ownerTeam ?? '')}
                targets={own}
              >
                {editor ? (
                  <Cell className="text-right">
                    <CapabilityDialog {...{ platform, capability, aspects, levels, targets: own, teams: open }} />
                  </Cell>
                ) : null}
              </CapabilityRow>
            );
          })}
        </Body>
      </Table>
    </>
  );
}
