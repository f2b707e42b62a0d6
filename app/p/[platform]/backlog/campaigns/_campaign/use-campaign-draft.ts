'use client';

import { useRouter } from 'next/navigation';
import { type FormEvent, useState } from 'react';
import { useAction } from '../../../../../_trpc/use-action.ts';
import { ownerOf, ownerValue } from '../../_backlog/owner-select.tsx';
import { type OpenCampaign, sendCampaign } from './campaign-data.ts';

export type CampaignValues = {
  name: string;
  notes: string;
  dueOn: string;
  kind: 'criteria' | 'cells';
  criteria: string[];
  aspects: string[];
  everywhere: boolean;
  capabilities: string[];
  /** by capability, '' for the platform as a whole; none: its owner */
  owners: Record<string, string>;
};

/** What the fields hold; a campaign that is changed begins with what it says. */
function startOf(open: OpenCampaign | null): CampaignValues {
  const named = open?.owners.filter((one) => one.named) ?? [];
  return {
    name: open?.campaign.name ?? '',
    notes: open?.campaign.notes ?? '',
    dueOn: open?.campaign.dueOn ?? '',
    ...{ kind: 'criteria', criteria: [], aspects: [], everywhere: true, capabilities: [] },
    owners: Object.fromEntries(named.map(({ capability, owner }) => [capability ?? '', ownerValue(owner)])),
  };
}

function scopeOf({ kind, criteria, aspects, everywhere, capabilities }: CampaignValues, offered: string[]) {
  if (kind === 'criteria') return { criteria, capabilities: everywhere ? null : capabilities };
  const where = everywhere ? offered : capabilities;
  return { cells: where.flatMap((capability) => aspects.map((aspect) => ({ capability, aspect }))) };
}

/** The owners who were chosen, of the capabilities that it is about. */
function ownersOf({ owners }: CampaignValues, about: ReadonlySet<string>) {
  return Object.entries(owners).flatMap(([capability, value]) => {
    const owner = ownerOf(value);
    return owner === null || !about.has(capability) ? [] : [{ capability: capability || null, owner }];
  });
}

type Given = { platform: string; open: OpenCampaign | null; offered: string[] };

/** The values of the form and what sends them: as a new campaign, or as a change of the version that was opened. */
export function useCampaignDraft({ platform, open, offered }: Given) {
  const router = useRouter();
  const { run, busy, error } = useAction();
  const [values, setValues] = useState(() => startOf(open));
  const set = (change: Partial<CampaignValues>) => setValues((before) => ({ ...before, ...change }));

  const save = async (): Promise<string> => {
    const { name, notes, dueOn } = values;
    if (open === null) {
      const about = new Set(values.everywhere ? offered : values.capabilities);
      const owners = ownersOf(values, about);
      return (await sendCampaign.create({ platform, name, notes, dueOn, scope: scopeOf(values, offered), owners })).id;
    }
    const { id, version } = open.campaign;
    const owners = ownersOf(values, new Set(open.owners.map(({ capability }) => capability ?? '')));
    return (await sendCampaign.change({ platform, id, version, name, notes, dueOn, owners })).id;
  };

  const send = async (event: FormEvent) => {
    event.preventDefault();
    const done = await run(async () => router.push(`/p/${platform}/backlog/campaigns/${await save()}`));
    if (done) router.refresh();
  };
  const isReady = open !== null || (values.kind === 'criteria' ? values.criteria : values.aspects).length > 0;
  return { values, set, send, busy, error, isReady };
}
