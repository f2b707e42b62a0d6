'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { useText } from '../../../../_messages/use-text.tsx';
import { trpc } from '../../../../_trpc/client.tsx';
import { useAction } from '../../../../_trpc/use-action.ts';
import { Menu, MenuAction } from '../../../../_ui/menu.tsx';
import { type Asking, PersonDialogs } from './person-dialogs.tsx';

type Person = { id: string; name: string; deactivated: boolean };

/** What an administrator does rarely: a new password link, shutting somebody out, letting them in again. */
export function PersonMenu({ person }: { person: Person }) {
  const t = useText();
  const router = useRouter();
  const { run, busy, error } = useAction();
  const [asking, setAsking] = useState<Asking>(null);
  const { id: user, name } = person;

  async function makeLink() {
    const made = await run(async () => setAsking(await trpc.people.createPasswordLink.mutate({ user })));
    if (!made) setAsking('refused');
  }

  async function setDeactivated(deactivated: boolean) {
    const done = await run(() => trpc.people.deactivateUser.mutate({ user, deactivated }));
    setAsking(done ? null : 'refused');
    router.refresh();
  }

  async function forget() {
    const done = await run(() => trpc.people.forgetPerson.mutate({ user }));
    setAsking(done ? null : 'refused');
    router.refresh();
  }

  const close = () => setAsking(null);
  return (
    <>
      <Menu
        label={t('settings.people.more', { name })}
        trigger={<span aria-hidden="true">…</span>}
        className="grid size-8 place-items-center rounded-md hover:bg-sunken pointer-coarse:size-11"
      >
        {person.deactivated ? (
          <>
            <MenuAction onSelect={() => void setDeactivated(false)}>{t('settings.people.reactivate')}</MenuAction>
            <MenuAction onSelect={() => setAsking('forget')}>{t('settings.people.forget')}</MenuAction>
          </>
        ) : (
          <>
            <MenuAction onSelect={() => void makeLink()}>{t('settings.people.newLink')}</MenuAction>
            <MenuAction onSelect={() => setAsking('deactivate')}>{t('settings.people.deactivate')}</MenuAction>
          </>
        )}
      </Menu>
      <PersonDialogs
        {...{ name, asking, busy, error, close }}
        onDeactivate={() => setDeactivated(true)}
        onForget={forget}
      />
    </>
  );
}
