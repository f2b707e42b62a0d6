'use client';

import { type FormEvent, useState } from 'react';
import { useText } from '../../_messages/use-text.tsx';
import { trpc } from '../../_trpc/client.tsx';
import { postAuth } from '../../_trpc/post-auth.ts';
import { useAction } from '../../_trpc/use-action.ts';
import { Button } from '../../_ui/button.tsx';
import { Refused } from '../../_ui/refused.tsx';
import { Part } from './part.tsx';
import { PersonFields } from './person-fields.tsx';
import { PlatformFields, usePlatformFields } from './platform-fields.tsx';

/** The first administrator and the first platform, in one form and one transaction; what it offers is chosen next. */
export function SetUpForm({
  token,
  capabilities,
  timeZones,
}: {
  token: string;
  /** keys of everything that the rubric knows */
  capabilities: string[];
  timeZones: string[];
}) {
  const t = useText();
  const { run, busy, error } = useAction();
  const [person, setPerson] = useState({ name: '', email: '', password: '' });
  const platform = usePlatformFields(timeZones);

  async function submit(event: FormEvent) {
    event.preventDefault();
    const done = await run(async () => {
      await trpc.people.completeSetUp.mutate({
        token,
        ...person,
        platform: { ...platform.value, capabilities },
      });
      await postAuth('sign-in/email', { email: person.email, password: person.password });
    });
    if (done) window.location.assign(`/p/${platform.value.key}/start`);
  }

  return (
    <form method="post" onSubmit={submit} className="flex flex-col gap-10">
      <Part title={t('setUp.you')} about={t('setUp.youAbout')}>
        <PersonFields value={person} onChange={setPerson} />
      </Part>
      <Part title={t('setUp.platform')}>
        <PlatformFields fields={platform} timeZones={timeZones} />
      </Part>
      <div className="flex flex-col items-start gap-4">
        <Refused>{error}</Refused>
        <Button type="submit" variant="primary" disabled={busy}>
          {t(busy ? 'setUp.busy' : 'setUp.submit')}
        </Button>
      </div>
    </form>
  );
}
