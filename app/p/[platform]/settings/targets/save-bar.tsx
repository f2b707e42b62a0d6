import { useText } from '../../../../_messages/use-text.tsx';
import { Button } from '../../../../_ui/button.tsx';
import { Refused } from '../../../../_ui/refused.tsx';

type Props = { changed: number; busy: boolean; error: string | null; onSave: () => void; onUndo: () => void };

/** Stays in sight while something is not saved yet. */
export function SaveBar({ changed, busy, error, onSave, onUndo }: Props) {
  const t = useText();
  return (
    <div className="sticky bottom-0 mt-4 flex flex-col gap-3 bg-paper py-3">
      <Refused>{error}</Refused>
      <div className="flex flex-wrap items-center gap-3">
        <Button variant="primary" disabled={busy || changed === 0} onClick={onSave}>
          {t(busy ? 'settings.saving' : 'catalogue.targets.save')}
        </Button>
        {changed === 0 ? null : (
          <Button variant="quiet" disabled={busy} onClick={onUndo}>
            {t('catalogue.targets.undo')}
          </Button>
        )}
        <span role="status" className="text-muted">
          {changed === 0 ? '' : t('catalogue.targets.changed', { n: changed })}
        </span>
      </div>
    </div>
  );
}
