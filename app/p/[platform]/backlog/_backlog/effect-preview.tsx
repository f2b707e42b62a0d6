'use client';

import { useText } from '../../../../_messages/use-text.tsx';
import { EffectFacts, type Names } from './effect-facts.tsx';
import type { Preview } from './use-preview.ts';

const WORDS = {
  none: 'backlog.form.previewNone',
  computing: 'backlog.effect.computing',
  'not-scored': 'backlog.effect.notScored',
  failed: 'signIn.offline',
} as const;

/** The effect of the criteria chosen so far, read out when it is known. */
export function EffectPreview({ preview, names }: { preview: Preview; names: Names }) {
  const t = useText();
  return (
    <section aria-live="polite" className="rounded-md border border-hairline bg-sunken p-3">
      <h2 className="pb-1 text-xs font-medium text-muted">{t('backlog.form.preview')}</h2>
      {preview.state === 'known' ? (
        <EffectFacts t={t} effect={preview.predicted} names={names} />
      ) : (
        <p className="text-muted">{t(WORDS[preview.state])}</p>
      )}
    </section>
  );
}
