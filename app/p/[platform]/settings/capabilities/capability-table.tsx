'use client';

import { useState } from 'react';
import { useText } from '../../../../_messages/use-text.tsx';
import { Button } from '../../../../_ui/button.tsx';
import { Refused } from '../../../../_ui/refused.tsx';
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
      <Refused>{error}</Refused>
      <Table label={t('settings.capabilities.title')}>
        <Columns editor={editor} />
        <Body>
          {order.map((capability, index) => (
            <Row key={capability.key} className={capability.state === 'archived' ? 'text-muted' : undefined}>
              <CapabilityCells capability={capability} owner={names.get(capability.ownerTeam ?? '')} />
              {editor ? (
                <Cell className="text-right whitespace-nowrap">
                  <MoveButtons
                    id={capability.key}
                    name={capability.name}
                    first={index === 0}
                    last={index === order.length - 1}
                    onMove={(step) => move(index, step)}
                  />
                  <EditButton name={capability.name} onClick={() => setEdited(capability)} />
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
        <CapabilityDialog {...{ platform, teams }} capability={edited} onClose={() => setEdited(null)} />
      )}
    </>
  );
}

function Columns({ editor }: { editor: boolean }) {
  const t = useText();
  return (
    <Head>
      <tr>
        <HeadCell>{t('settings.capabilities.name')}</HeadCell>
        <HeadCell>{t('settings.capabilities.owner')}</HeadCell>
        <HeadCell>{t('settings.capabilities.provider')}</HeadCell>
        <HeadCell>{t('catalogue.capabilities.use')}</HeadCell>
        <HeadCell numeric>{t('settings.capabilities.weight')}</HeadCell>
        {editor ? (
          <HeadCell className="relative">
            <span className="sr-only">{t('catalogue.capabilities.order')}</span>
          </HeadCell>
        ) : null}
      </tr>
    </Head>
  );
}

function EditButton({ name, onClick }: { name: string; onClick: () => void }) {
  const t = useText();
  return (
    <Button variant="quiet" aria-label={t('settings.editOne', { name })} onClick={onClick}>
      {t('settings.edit')}
    </Button>
  );
}
