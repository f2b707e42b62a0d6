'use client';

import { useRouter } from 'next/navigation';
import { type ReactNode, useState } from 'react';
import { useText } from '../../../../_messages/use-text.tsx';
import { useAction } from '../../../../_trpc/use-action.ts';
import { Button } from '../../../../_ui/button.tsx';
import { Dialog } from '../../../../_ui/dialog.tsx';
import { Notice } from '../../../../_ui/notice.tsx';

type Props = {
  trigger: ReactNode;
  title: string;
  text: string;
  /** the verb on the button */
  action: string;
  danger?: boolean;
  disabled?: boolean;
  /** where to go afterwards; left out: the page is read again */
  leadsTo?: string;
  onConfirm: () => Promise<unknown>;
  children?: ReactNode;
};

/** Asks before a step that cannot be taken back, and shows why it was refused. */
export function ConfirmDialog(props: Props) {
  const { trigger, title, text, action, danger = false, disabled = false, leadsTo, onConfirm, children } = props;
  const t = useText();
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const { run, busy, error } = useAction();

  async function confirm() {
    if (!(await run(onConfirm))) return;
    setOpen(false);
    if (leadsTo === undefined) router.refresh();
    else router.push(leadsTo);
  }

  return (
    <Dialog trigger={trigger} title={title} description={text} open={open} onOpenChange={setOpen}>
      <div className="flex flex-col gap-4">
        {children}
        {error === null ? null : (
          <Notice tone="needs-you" live>
            {error}
          </Notice>
        )}
        <div className="flex flex-wrap justify-end gap-2">
          <Button variant="quiet" onClick={() => setOpen(false)}>
            {t('surveys.cycle.cancel')}
          </Button>
          <Button variant={danger ? 'danger' : 'primary'} disabled={busy || disabled} onClick={confirm}>
            {action}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
