'use client';

import { useRouter } from 'next/navigation';
import { useText } from '../../../../_messages/use-text.tsx';
import { useAction } from '../../../../_trpc/use-action.ts';
import { Field } from '../../../../_ui/field.tsx';
import { Select } from '../../../../_ui/input.tsx';
import type { Criterion } from './capability-data.ts';
import { sendClaim } from './send-claim.ts';

type Props = {
  place: { platform: string; capability: string; criterion: string };
  answers: Criterion['answerNames'];
  target: number;
};

/** What this question aims at: one of its answers. It is chosen and kept at once. */
export function ItemTarget({ place, answers, target }: Props) {
  const t = useText();
  const router = useRouter();
  const { run, busy, error } = useAction();
  const aim = async (value: number) => {
    if (await run(() => sendClaim.aim({ ...place, value }))) router.refresh();
  };
  return (
    <Field label={t('capability.aim.label')} hint={t('capability.aim.hint')} error={error}>
      {(control) => (
        <Select
          {...control}
          name="target"
          disabled={busy}
          value={String(target)}
          onChange={(event) => void aim(Number(event.target.value))}
        >
          {answers.map(({ key, name, value }) => (
            <option key={key} value={String(value)}>
              {name}
            </option>
          ))}
        </Select>
      )}
    </Field>
  );
}
