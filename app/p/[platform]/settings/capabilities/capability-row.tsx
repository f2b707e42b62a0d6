import type { ReactNode } from 'react';
import { getText } from '../../../../_messages/get-text.ts';
import { Badge } from '../../../../_ui/badge.tsx';
import { Cell, Row } from '../../../../_ui/table.tsx';
import type { Capability, Target } from './catalogue.ts';

/** A capability with its targets; those that nobody has set stand back. */
export async function CapabilityRow({
  capability,
  owner,
  targets,
  children,
}: {
  capability: Capability;
  owner: string | undefined;
  targets: Target[];
  children: ReactNode;
}) {
  const t = await getText();
  return (
    <Row className={capability.state === 'archived' ? 'text-muted' : undefined}>
      <Cell>
        <span className="flex flex-wrap items-center gap-2">
          {capability.name}
          {capability.state === 'offered' ? null : (
            <Badge>{t(`settings.capabilities.states.${capability.state}`)}</Badge>
          )}
          {capability.mandatory ? <Badge>{t('settings.capabilities.mandatoryShort')}</Badge> : null}
        </span>
      </Cell>
      <Cell className={owner === undefined ? 'text-muted' : undefined}>
        {owner ?? t('settings.capabilities.noOwner')}
      </Cell>
      {targets.map((target) => (
        <Cell key={target.aspect} numeric className={target.level === null ? 'text-muted' : 'font-semibold'}>
          {target.level ?? target.default}
        </Cell>
      ))}
      <Cell numeric>{capability.weight}</Cell>
      {children}
    </Row>
  );
}
