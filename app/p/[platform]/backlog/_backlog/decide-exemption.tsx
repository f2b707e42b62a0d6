'use client';

import { useText } from '../../../../_messages/use-text.tsx';
import { Button } from '../../../../_ui/button.tsx';
import { Dialog } from '../../../../_ui/dialog.tsx';
import { JudgeButtons } from '../../capabilities/_capability/claim-buttons.tsx';

/** Approves or declines a request where it stands in the register. */
export function DecideExemption({ id, title, reason }: { id: string; title: string; reason: string }) {
  const t = useText();
  return (
    <Dialog
      title={title}
      description={reason}
      trigger={<Button className="mt-1">{t('backlog.register.decide')}</Button>}
    >
      <JudgeButtons kind="request" id={id} />
    </Dialog>
  );
}
