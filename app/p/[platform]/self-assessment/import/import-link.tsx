'use client';

import type { inferRouterOutputs } from '@trpc/server';
import { useRouter } from 'next/navigation';
import { type FormEvent, useState } from 'react';
import type { AppRouter } from '#server/router.ts';
import { useText } from '../../../../_messages/use-text.tsx';
import { trpc } from '../../../../_trpc/client.tsx';
import { useAction } from '../../../../_trpc/use-action.ts';
import { Button, ButtonLink } from '../../../../_ui/button.tsx';
import { Field } from '../../../../_ui/field.tsx';
import { Textarea } from '../../../../_ui/input.tsx';
import { LinkPreview } from './link-preview.tsx';

export type Preview = inferRouterOutputs<AppRouter>['selfAssessment']['previewPemm'];

/** Paste a link, look at what it would claim, then store it or leave it. */
export function ImportLink({ platform }: { platform: string }) {
  const t = useText();
  const router = useRouter();
  const { run, busy, error } = useAction();
  const [link, setLink] = useState('');
  const [preview, setPreview] = useState<Preview | null>(null);
  const home = `/p/${platform}/self-assessment`;

  async function look(event: FormEvent) {
    event.preventDefault();
    setPreview(null);
    await run(async () => setPreview(await trpc.selfAssessment.previewPemm.mutate({ platform, link })));
  }
  async function store() {
    if (!(await run(() => trpc.selfAssessment.importPemm.mutate({ platform, link })))) return;
    router.push(home);
    router.refresh();
  }

  return (
    <div className="flex flex-col gap-6">
      <form onSubmit={look} className="flex flex-col items-start gap-3">
        <LinkField
          value={link}
          error={error}
          onChange={(text) => {
            setLink(text);
            setPreview(null);
          }}
        />
        <Button type="submit" variant={preview === null ? 'primary' : 'secondary'} disabled={busy}>
          {t(busy && preview === null ? 'selfAssessment.source.looking' : 'selfAssessment.source.look')}
        </Button>
      </form>
      {preview === null ? null : (
        <>
          <LinkPreview preview={preview} />
          <div className="flex flex-wrap gap-2">
            <Button variant="primary" disabled={busy} onClick={store}>
              {t(busy ? 'selfAssessment.source.storing' : 'selfAssessment.source.store')}
            </Button>
            <ButtonLink href={home}>{t('selfAssessment.source.cancel')}</ButtonLink>
          </div>
        </>
      )}
    </div>
  );
}

type LinkFieldProps = { value: string; error: string | null; onChange: (text: string) => void };

function LinkField({ value, error, onChange }: LinkFieldProps) {
  const t = useText();
  return (
    <div className="w-full">
      <Field label={t('selfAssessment.source.link')} hint={t('selfAssessment.source.linkHint')} error={error} required>
        {(control) => (
          <Textarea
            {...control}
            rows={3}
            spellCheck={false}
            className="break-all"
            value={value}
            onChange={(event) => onChange(event.target.value)}
          />
        )}
      </Field>
    </div>
  );
}
