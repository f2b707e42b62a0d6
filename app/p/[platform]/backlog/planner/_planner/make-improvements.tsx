'use client';

import Link from 'next/link';
import { type FormEvent, useState } from 'react';
import { listWork } from '#rubrics/scoring/list-work.ts';
import { useText } from '../../../../../_messages/use-text.tsx';
import { useAction } from '../../../../../_trpc/use-action.ts';
import { Button } from '../../../../../_ui/button.tsx';
import { Dialog } from '../../../../../_ui/dialog.tsx';
import { Field } from '../../../../../_ui/field.tsx';
import { Input } from '../../../../../_ui/input.tsx';
import { Notice } from '../../../../../_ui/notice.tsx';
import { Refused } from '../../../../../_ui/refused.tsx';
import type { ReadyPlanner } from './planner-data.ts';
import { sendPlanning } from './send-planning.ts';
import type { WhatIfState } from './use-what-if.ts';

type Props = { planner: ReadyPlanner; state: WhatIfState; name: string };
type Made = Awaited<ReturnType<typeof sendPlanning.propose>>;

function MadeNotice({ made, platform }: { made: Made; platform: string }) {
  const t = useText();
  return (
    <Notice live>
      <p>{t('planner.make.made', { n: made.created.length })}</p>
      {made.underWay === 0 ? null : <p>{t('planner.make.underWay', { n: made.underWay })}</p>}
      <ul className="pt-1">
        {made.created.map(({ id, title }) => (
          <li key={id}>
            <Link className="link" href={`/p/${platform}/backlog/${id}`}>
              {title}
            </Link>
          </li>
        ))}
      </ul>
    </Notice>
  );
}

function MakeForm({ planner, state, name: given }: Props) {
  const t = useText();
  const { run, busy, error } = useAction();
  const [name, setName] = useState(given);
  const [made, setMade] = useState<Made | null>(null);
  const work = listWork(state.assumed, state.now.cells);
  const send = (event: FormEvent) => {
    event.preventDefault();
    const input = { platform: planner.platform.key, name, assumptions: work };
    void run(async () => setMade(await sendPlanning.propose(input)));
  };
  if (work.length === 0) return <p className="text-muted">{t('planner.make.nothing')}</p>;
  if (made !== null) return <MadeNotice made={made} platform={planner.platform.key} />;
  return (
    <form onSubmit={send} className="grid gap-4">
      <Field label={t('planner.make.name')} hint={t('planner.make.nameHint')} required>
        {(control) => (
          <Input {...control} value={name} maxLength={80} onChange={(event) => setName(event.target.value)} />
        )}
      </Field>
      <Refused>{error}</Refused>
      <div>
        <Button type="submit" variant="primary" disabled={busy || name.trim() === ''}>
          {t('planner.make.send', { n: work.length })}
        </Button>
      </div>
    </form>
  );
}

/** Proposes improvements of what is assumed to be reached, one a capability. */
export function MakeImprovements(props: Props) {
  const t = useText();
  return (
    <Dialog
      title={t('planner.make.title')}
      description={t('planner.make.about')}
      trigger={<Button>{t('planner.make.open')}</Button>}
    >
      <MakeForm {...props} />
    </Dialog>
  );
}
