'use client';

import { useText } from '../../../../_messages/use-text.tsx';
import { Button } from '../../../../_ui/button.tsx';
import { Dialog } from '../../../../_ui/dialog.tsx';
import { Notice } from '../../../../_ui/notice.tsx';
import { OnceSecret } from '../once-secret.tsx';

/** What is on the table: nothing, a question, a link just made, or a refusal. */
export type Asking = null | 'deactivate' | 'forget' | { link: string } | 'refused';
type Props = {
  name: string;
  asking: Asking;
  busy: boolean;
  error: string | null;
  close: () => void;
  onDeactivate: () => void;
  onForget: () => void;
};

export function PersonDialogs({ name, asking, busy, error, close, onDeactivate, onForget }: Props) {
  const t = useText();
  const link = typeof asking === 'object' ? asking?.link : undefined;
  return (
    <>
      <Dialog
        title={t('settings.people.deactivateTitle', { name })}
        description={t('settings.people.deactivateAbout', { name })}
        open={asking === 'deactivate'}
        onOpenChange={close}
      >
        <div className="flex gap-2">
          <Button variant="danger" disabled={busy} onClick={onDeactivate}>
            {t('settings.people.deactivate')}
          </Button>
          <Button onClick={close}>{t('settings.cancel')}</Button>
        </div>
      </Dialog>
      <Dialog
        title={t('settings.people.forgetTitle', { name })}
        description={t('settings.people.forgetAbout', { name })}
        open={asking === 'forget'}
        onOpenChange={close}
      >
        <div className="flex gap-2">
          <Button variant="danger" disabled={busy} onClick={onForget}>
            {t('settings.people.forgetDo')}
          </Button>
          <Button onClick={close}>{t('settings.cancel')}</Button>
        </div>
      </Dialog>
      <Dialog title={name} open={asking === 'refused'} onOpenChange={close}>
        <Notice tone="broken" live>
          {error}
        </Notice>
      </Dialog>
      <Dialog
        title={t('settings.people.linkTitle', { name })}
        description={t('settings.people.linkAbout')}
        open={link !== undefined}
        onOpenChange={close}
      >
        <OnceSecret label={t('settings.people.linkLabel')} value={link ?? ''} onDone={close} />
      </Dialog>
    </>
  );
}
