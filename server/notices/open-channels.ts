import type { Context } from '../context.ts';
import type { Deliver } from '../notifiers/notifier.ts';
import { NOTIFIERS } from '../notifiers/registry.ts';

export type Channels = Map<string, Deliver>;

/** The channels that this deployment has set up, by key. */
export function openChannels({ mail }: Pick<Context, 'mail'>): Channels {
  const channels: Channels = new Map();
  for (const notifier of NOTIFIERS) {
    const deliver = notifier.open({ mail: mail ?? null });
    if (deliver !== null) channels.set(notifier.key, deliver);
  }
  return channels;
}
