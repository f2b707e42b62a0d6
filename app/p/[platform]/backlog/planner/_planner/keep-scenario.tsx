'use client';

import { useRouter } from 'next/navigation';
import { type FormEvent, useEffect, useState, useTransition } from 'react';
import type { Assumption } from '#rubrics/scoring/assume-states.ts';
import { useText } from '../../../../../_messages/use-text.tsx';
import { useAction } from '../../../../../_trpc/use-action.ts';
import { Button } from '../../../../../_ui/button.tsx';
import { Dialog } from '../../../../../_ui/dialog.tsx';
import { Field } from '../../../../../_ui/field.tsx';
import { Input, Textarea } from '../../../../../_ui/input.tsx';
import { Refused } from '../../../../../_ui/refused.tsx';
import { plannerAddress, type Scenario } from './planner-data.ts';
import { sendPlanning } from './send-planning.ts';

type Known = Pick<Scenario, 'id' | 'name' | 'description' | 'version' | 'mayChange'>;
type Props = { platform: string; assumed: readonly Assumption[]; scenario: Known | null };

/** Keeps what is assumed: under the name that is open where one may change it, or under a new one. */
export function KeepScenario({ platform, assumed, scenario }: Props) {
  const t = useText();
  const [open, setOpen] = useState(false);
  const mayChange = scenario?.mayChange === true;
  return (
    <Dialog
      title={t('planner.keep.title')}
      description={t('planner.keep.about')}
      open={open}
      onOpenChange={setOpen}
      trigger={<Button variant="primary">{t(mayChange ? 'planner.keep.save' : 'planner.keep.open')}</Button>}
    >
      <KeepForm platform={platform} assumed={assumed} scenario={scenario} onDone={() => setOpen(false)} />
    </Dialog>
  );
}

/** Leads to what was kept; `isOpening` until its page is there, which on a busy machine takes a moment. */
function useOpening(platform: string, onDone: () => void) {
  const router = useRouter();
  const [isOpening, start] = useTransition();
  const [isKept, setKept] = useState(false);
  useEffect(() => {
    if (isKept && !isOpening) onDone();
  }, [isKept, isOpening, onDone]);
  const open = (scenario: string) => {
    setKept(true);
    start(() => {
      router.push(plannerAddress(platform, { scenario }));
      router.refresh();
    });
  };
  return { isOpening, open };
}

function KeepForm({ platform, assumed, scenario, onDone }: Props & { onDone: () => void }) {
  const t = useText();
  const { run, busy, error } = useAction();
  const { isOpening, open } = useOpening(platform, onDone);
  const [name, setName] = useState(scenario?.name ?? '');
  const [description, setDescription] = useState(scenario?.description ?? '');
  const assumptions = [...assumed];

  const save = async (known: Known | null) => {
    const fields = { platform, name, description, assumptions };
    const kept = known === null ? sendPlanning.create(fields) : sendPlanning.change({ ...fields, ...versionOf(known) });
    const { id } = await kept;
    open(id);
  };
  const send = (event: FormEvent, known: Known | null) => {
    event.preventDefault();
    void run(() => save(known));
  };
  const changes = scenario?.mayChange ? scenario : null;
  const isLocked = busy || isOpening || name.trim() === '';
  return (
    <form onSubmit={(event) => send(event, changes)} className="grid gap-4">
      <Field label={t('planner.keep.name')} required>
        {(control) => (
          <Input {...control} value={name} maxLength={80} onChange={(event) => setName(event.target.value)} />
        )}
      </Field>
      <Field label={t('planner.keep.description')}>
        {(control) => (
          <Textarea
            {...control}
            value={description}
            maxLength={2000}
            onChange={(event) => setDescription(event.target.value)}
          />
        )}
      </Field>
      <Refused>{error}</Refused>
      <div className="flex flex-wrap items-center gap-2">
        <Button type="submit" variant="primary" disabled={isLocked}>
          {t(changes === null ? 'planner.keep.open' : 'planner.keep.save')}
        </Button>
        {changes === null ? null : (
          <Button disabled={isLocked} onClick={(event) => send(event, null)}>
            {t('planner.keep.copy')}
          </Button>
        )}
        <span role="status" className="text-muted">
          {isOpening ? t('planner.keep.opening') : null}
        </span>
      </div>
    </form>
  );
}

const versionOf = ({ id, version }: Known) => ({ id, version });
