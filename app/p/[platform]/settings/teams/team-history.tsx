'use client';

import type { inferRouterOutputs } from '@trpc/server';
import { useEffect, useState } from 'react';
import type { AppRouter } from '#server/router.ts';
import { formatDate } from '../../../../_messages/format.ts';
import { useText } from '../../../../_messages/use-text.tsx';
import { trpc } from '../../../../_trpc/client.tsx';
import { useAction } from '../../../../_trpc/use-action.ts';
import { Refused } from '../../../../_ui/refused.tsx';
import { DeleteButton } from '../delete-button.tsx';
import type { Team } from './team-order.ts';

type Read = inferRouterOutputs<AppRouter>['catalogue']['readTeam'];

/** What a team was and when, and its deletion, or why it has to stay. */
export function TeamHistory({ team, onDeleted }: { team: Team; onDeleted: () => void }) {
  const t = useText();
  const [read, setRead] = useState<Read | null>(null);
  const reading = useAction();
  const deleting = useAction();

  // once, when the dialog opens: the action's own state must not start it again
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  useEffect(() => {
    void reading.run(async () => setRead(await trpc.catalogue.readTeam.query({ team: team.key })));
  }, [team.key]);

  async function remove() {
    if (await deleting.run(() => trpc.catalogue.deleteTeam.mutate({ team: team.key }))) onDeleted();
  }

  const error = reading.error ?? deleting.error;
  return (
    <section className="mt-5 border-t border-hairline pt-4">
      <h3 className="mb-2 font-medium">{t('catalogue.teams.history')}</h3>
      <Refused>{error}</Refused>
      {read === null ? (
        <p className="text-muted">{reading.error === null ? t('catalogue.teams.loading') : ''}</p>
      ) : (
        <>
          <ol className="flex flex-col gap-1">
            {read.states.map((state) => (
              <State key={state.from} state={state} />
            ))}
          </ol>
          <div className="mt-4">
            {read.needed === null ? (
              <DeleteButton
                question={t('catalogue.teams.deleteAsk', { name: team.name })}
                busy={deleting.busy}
                onDelete={remove}
              />
            ) : (
              <p className="text-muted">{read.needed}</p>
            )}
          </div>
        </>
      )}
    </section>
  );
}

function State({ state: { from, until, name, parent, archived } }: { state: Read['states'][number] }) {
  const t = useText();
  const place = parent === null ? t('catalogue.teams.top') : t('catalogue.teams.within', { parent });
  const day = (at: string) => formatDate(at, t.locale);
  return (
    <li className="flex flex-wrap justify-between gap-x-4">
      <span>{t(archived ? 'catalogue.teams.stateArchived' : 'catalogue.teams.state', { name, place })}</span>
      <span className="text-muted">
        {until === null
          ? t('catalogue.teams.since', { from: day(from) })
          : t('catalogue.teams.fromTo', { from: day(from), until: day(until) })}
      </span>
    </li>
  );
}
