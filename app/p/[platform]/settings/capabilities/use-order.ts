import { useRouter } from 'next/navigation';
import { useEffect, useRef, useState } from 'react';
import { useText } from '../../../../_messages/use-text.tsx';
import { trpc } from '../../../../_trpc/client.tsx';
import { useAction } from '../../../../_trpc/use-action.ts';
import type { Capability } from './catalogue.ts';
import { moveButtonId, type Step } from './move-buttons.tsx';

/** The order as it is being changed: shown at once, sent a moment after the last move, and put back where it was refused. */
export function useOrder(platform: string, capabilities: Capability[]) {
  const t = useText();
  const router = useRouter();
  const { run, error } = useAction();
  const [keys, setKeys] = useState<string[] | null>(null);
  const [said, setSaid] = useState('');
  const focus = useRef<string | null>(null);
  const sending = useRef<ReturnType<typeof setTimeout>>(undefined);
  const order = keys === null ? capabilities : inOrder(capabilities, keys);

  // a row that is moved in the page loses the focus
  useEffect(() => {
    if (focus.current !== null) document.getElementById(focus.current)?.focus();
    focus.current = null;
  });

  async function send(wanted: string[]) {
    if (await run(() => trpc.catalogue.orderCapabilities.mutate({ platform, order: wanted }))) router.refresh();
    else setKeys(null);
  }

  function move(index: number, step: Step) {
    const wanted = order.map(({ key }) => key);
    const [moved] = wanted.splice(index, 1);
    if (moved === undefined) return;
    wanted.splice(index + step, 0, moved);
    focus.current = moveButtonId(moved, step);
    setKeys(wanted);
    setSaid(t('catalogue.capabilities.moved', { name: order[index]?.name ?? moved, n: index + step + 1 }));
    clearTimeout(sending.current);
    sending.current = setTimeout(() => void send(wanted), PAUSE_MS);
  }

  return { order, move, said, error };
}

const PAUSE_MS = 600;

const inOrder = (capabilities: Capability[], keys: string[]): Capability[] =>
  keys.flatMap((key) => capabilities.filter((capability) => capability.key === key));
