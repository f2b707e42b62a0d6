'use client';

import { useRouter } from 'next/navigation';
import { type FormEvent, useState } from 'react';
import { useText } from '../../../../../_messages/use-text.tsx';
import { trpc } from '../../../../../_trpc/client.tsx';
import { useAction } from '../../../../../_trpc/use-action.ts';
import { Button, ButtonLink } from '../../../../../_ui/button.tsx';
import { Field } from '../../../../../_ui/field.tsx';
import { Input } from '../../../../../_ui/input.tsx';
import { Notice } from '../../../../../_ui/notice.tsx';
import type { Form } from '../rounds-data.ts';
import { type Assessor, AssessorChoice } from './assessor-choice.tsx';
import { Choices } from './choices.tsx';

/** Stands for the platform as a whole among the keys of capabilities. */
const PLATFORM = '';

/** What is rated and by whom. What is wrong with it is said by the server, in one place. */
export function RoundForm({ platform, form }: { platform: string; form: Form }) {
  const t = useText();
  const router = useRouter();
  const { run, busy, error } = useAction();
  const [title, setTitle] = useState('');
  const [aspects, setAspects] = useState(form.aspects.map(({ key }) => key));
  const [places, setPlaces] = useState([PLATFORM]);
  const [assessors, setAssessors] = useState<Assessor[]>([]);
  const home = `/p/${platform}/self-assessment/rounds`;

  async function open(event: FormEvent) {
    event.preventDefault();
    await run(async () => {
      const capabilities = places.map((key) => (key === PLATFORM ? null : key));
      const { id } = await trpc.ratingRounds.open.mutate({ platform, title, aspects, capabilities, assessors });
      router.push(`${home}/${id}`);
    });
  }

  return (
    <form method="post" onSubmit={open} className="flex max-w-2xl flex-col gap-6">
      <Field label={t('ratingRounds.create.name')} hint={t('ratingRounds.create.nameHint')} required>
        {(control) => (
          <Input {...control} maxLength={80} value={title} onChange={({ target }) => setTitle(target.value)} />
        )}
      </Field>
      <Choices legend={t('ratingRounds.create.aspects')} of={form.aspects} chosen={aspects} onChoose={setAspects} />
      <Choices
        legend={t('ratingRounds.create.places')}
        hint={`${t('ratingRounds.create.placesHint')} ${t('ratingRounds.create.each', { n: aspects.length * places.length })}`}
        of={[{ key: PLATFORM, name: t('ratingRounds.create.platform') }, ...form.capabilities]}
        chosen={places}
        onChoose={setPlaces}
      />
      <AssessorChoice people={form.people} chosen={assessors} onChoose={setAssessors} />
      {error === null ? null : (
        <Notice tone="needs-you" live>
          {error}
        </Notice>
      )}
      <div className="flex gap-2">
        <Button type="submit" variant="primary" disabled={busy}>
          {t('ratingRounds.create.save')}
        </Button>
        <ButtonLink variant="quiet" href={home}>
          {t('ratingRounds.create.cancel')}
        </ButtonLink>
      </div>
    </form>
  );
}
