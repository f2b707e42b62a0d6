'use client';

import { useState } from 'react';
import { useText } from '../../../../_messages/use-text.tsx';
import { Button } from '../../../../_ui/button.tsx';
import { Notice } from '../../../../_ui/notice.tsx';
import { Body, Cell, Head, HeadCell, Row, Table } from '../../../../_ui/table.tsx';
import { CapabilityCells } from './capability-cells.tsx';
import { CapabilityDialog } from './capability-dialog.tsx';
import type { Capability, Team } from './catalogue.ts';
import { MoveButtons } from './move-buttons.tsx';
import { useOrder } from './use-order.ts';

type Props = { platform: string; capabilities: Capability[]; teams: Team[]; editor: boolean };

/** What the platform offers, in the order in which it is shown everywhere. */
export function CapabilityTable({ platform, capabilities, teams, editor }: Props) {
  const t = useText();
  const [edited, setEdited] = useState<Capability | null>(null);
  const { order, move, said, error } = useOrder(platform, capabilities);
  const names = new Map(teams.map(({ key, name }) => [key, name]));
  return (
    <>
      {error === null ? null : (
        <Notice tone="broken" live>
          {error}
        </Notice>
      )}
      <Table label={t('settings.capabilities.title')}>
        <Head>
          <tr>
            <HeadCell>{t('settings.capabilities.name')}</HeadCell>
            <HeadCell>{t('settings.capabilities.owner')}</HeadCell>
            <HeadCell>{t('settings.capabilities.provider')}</HeadCell>
            <HeadCell>{t('catalogue.capabilities.use')}</HeadCell>
            <HeadCell numeric>{t('settings.capabilities.weight')}</HeadCell>
            {editor ? <HeadCell className="text-right">{t('catalogue.capabilities.order')}</HeadCell> : null}
            {editor ? (
              <HeadCell className="relative">
                <span className="sr-only">{t('settings.edit')}</span>
              </HeadCell>
            ) : null}
          </tr>
        </Head>
        <Body>
          {order.map((capability, index) => (
            <Row key={capability.key} className={capability.state === 'archived' ? 'text-muted' : undefined}>
              <CapabilityCells capability={capability} owner={names.get(capability.ownerTeam ?? '')} />
              {editor ? (
                <Cell className="text-right">
                  <MoveButtons
                    id={capability.key}
                    name={capability.name}
                    first={index === 0}
                    last={index === order.length - 1}
                    onMove={(step) => move(index, step)}
                  />
                </Cell>
              ) : null}
              {editor ? (
                <Cell className="text-right">
                  <Button
                    variant="quiet"
                    aria-label={t('settings.editOne', { name: capability.name })}
                    onClick={() => setEdited(capability)}
                  >
                    {t('settings.edit')}
                  </Button>
                </Cell>
              ) : null}
            </Row>
          ))}
        </Body>
      </Table>
      <p role="status" className="sr-only">
        {said}
      </p>
      {edited === null ? null : (
        <CapabilityDialog
          key={edited.key}
          platform={platform}
          capability={edited}
          teams={teams.filter(({ key, archived }) => !archived || key === edited.ownerTeam)}
          onClose={() => setEdited(null)}
        />
      )}
    </>
  );
}
