import { useText } from '../../../../_messages/use-text.tsx';
import { Badge } from '../../../../_ui/badge.tsx';
import { Cell } from '../../../../_ui/table.tsx';
import type { Capability } from './catalogue.ts';

/** What is said of a capability, in the cells of its row. */
export function CapabilityCells({ capability, owner }: { capability: Capability; owner: string | undefined }) {
  const t = useText();
  return (
    <>
      <Cell className="min-w-40">
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
      <Cell className="max-w-48 break-words text-muted">{capability.provider}</Cell>
      <Cell className="whitespace-nowrap text-muted">{t(`catalogue.capabilities.uses.${capability.consumption}`)}</Cell>
      <Cell numeric>{capability.weight}</Cell>
    </>
  );
}
