'use client';

import { useRouter } from 'next/navigation';
import { useText } from '../../../../_messages/use-text.tsx';
import { trpc } from '../../../../_trpc/client.tsx';
import { useAction } from '../../../../_trpc/use-action.ts';
import { CloseIcon } from '../../../../_ui/icons.tsx';

type Role = {
  id: string;
  role: 'viewer' | 'owner' | 'editor' | 'admin';
  platform: string | null;
  team: string | null;
};

/** A role with the button that takes it away. */
export function RoleBadge({ role, name, removable }: { role: Role; name: string; removable: boolean }) {
  const t = useText();
  const router = useRouter();
  const { run, busy, error } = useAction();
  const base = t(`settings.people.roleNames.${role.role}`);
  const ofTeam = role.team === null ? base : t('settings.people.ofTeam', { role: base, team: role.team });
  const label = role.platform === null ? t('settings.people.everywhereShort', { role: ofTeam }) : ofTeam;

  async function revoke() {
    if (await run(() => trpc.people.revokeRole.mutate({ grant: role.id }))) router.refresh();
  }

  return (
    <span className="inline-flex flex-col">
      <span className="inline-flex h-6 items-center gap-1 rounded-sm border border-hairline pl-1.5 text-xs font-medium whitespace-nowrap">
        {label}
        {removable ? (
          <button
            type="button"
            disabled={busy}
            onClick={revoke}
            aria-label={t('settings.people.revoke', { role: label, name })}
            className="grid size-6 place-items-center rounded-sm text-muted hover:bg-sunken hover:text-ink [&_svg]:size-3"
          >
            <CloseIcon />
          </button>
        ) : (
          <span className="w-1.5" />
        )}
      </span>
      {error ? (
        <span role="alert" className="mt-1 max-w-60 text-xs whitespace-normal text-broken">
          {error}
        </span>
      ) : null}
    </span>
  );
}
