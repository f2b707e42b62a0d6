import type { Item } from '#app/p/[platform]/backlog/_backlog/backlog-data.ts';

const AT = '2026-11-22T12:00:00.000Z';

export const itemCriterion = (criterion: string, capability: string | null): Item['criteria'][number] => ({
  ...{ criterion, capability, capabilityName: capability, title: null, aspect: null, level: null, role: null },
  ...{ state: null, reason: null, standing: null, stateBefore: null, valueBefore: null },
});

/** An improvement as the pages of the backlog get it: proposed today, without dates. */
export function backlogItem(given: Partial<Item> = {}): Item {
  return {
    ...{ id: 'one', title: 'Find a second maintainer', notes: '', state: 'proposed', version: 1, owner: null },
    ...{ dueOn: null, effortDays: null, confirmBy: null, predicted: null, measured: null, createdBy: 'Erin' },
    ...{ createdAt: AT, updatedAt: AT, startedAt: null, closedAt: null, since: AT },
    ...{ actualDays: null, campaign: null, externalKey: null },
    criteria: [itemCriterion('INV-2.b', 'data')],
    rights: { change: false, moves: [], evaluate: false },
    ...given,
  };
}
