'use client';

import type { inferRouterOutputs } from '@trpc/server';
import { useState } from 'react';
import type { AppRouter } from '#server/router.ts';
import { useText } from '../../../../_messages/use-text.tsx';
import { trpc } from '../../../../_trpc/client.tsx';
import { useAction } from '../../../../_trpc/use-action.ts';
import { Refused } from '../../../../_ui/refused.tsx';

type Choice = inferRouterOutputs<AppRouter>['notices']['preferences']['kinds'][number];

/** The kinds of notices that can reach somebody, each with a switch that takes effect at once. */
export function NoticeChoices({ kinds }: { kinds: Choice[] }) {
  const t = useText();
  const { run, busy, error } = useAction();
  const [choices, setChoices] = useState(kinds);
  const [saved, setSaved] = useState(false);

  async function choose(key: Choice['key'], wanted: boolean) {
    setSaved(false);
    if (!(await run(() => trpc.notices.savePreference.mutate({ kind: key, wanted })))) return;
    setChoices((before) => before.map((one) => (one.key === key ? { key, wanted } : one)));
    setSaved(true);
  }

  return (
    <div className="max-w-2xl">
      <Refused>{error}</Refused>
      <ul className="divide-y divide-hairline border-y border-hairline">
        {choices.map(({ key, wanted }) => (
          <li key={key}>
            <label className="flex items-start gap-3 py-3 pointer-coarse:min-h-11">
              <input
                type="checkbox"
                className="mt-0.5 size-4 shrink-0 rounded-sm"
                checked={wanted}
                disabled={busy}
                onChange={(event) => choose(key, event.target.checked)}
              />
              <span>
                <span className="font-medium">{t(`notices.kinds.${key}.name`)}</span>
                <span className="block text-muted">{t(`notices.kinds.${key}.about`)}</span>
              </span>
            </label>
          </li>
        ))}
      </ul>
      <p role="status" className="min-h-6 pt-2 text-muted">
        {saved ? t('notices.saved') : ''}
      </p>
    </div>
  );
}
