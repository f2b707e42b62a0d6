import { useText } from '../../../_messages/use-text.tsx';
import { Button } from '../../../_ui/button.tsx';
import { Notice } from '../../../_ui/notice.tsx';
import type { Saving } from './use-saved.ts';

/** Whether the answers are kept, the way back and the way on. */
export function FormFoot({
  saving,
  onRetry,
  onBack,
  next,
  answered,
  finish,
  disabled = false,
  onNext,
}: {
  saving: Saving;
  onRetry: () => void;
  onBack: (() => void) | undefined;
  /** what follows; undefined: this is the last one */
  next: { name: string } | undefined;
  answered: boolean;
  /** what the last step says */
  finish: string;
  disabled?: boolean;
  onNext: () => void;
}) {
  const t = useText();
  const way = next === undefined ? 'finish' : answered ? 'next' : 'skip';
  return (
    <div className="flex flex-col gap-3 border-t border-hairline pt-4">
      {saving.state === 'failed' ? (
        <Notice tone="broken" live>
          {t('selfAssessment.failed', { reason: saving.reason })}{' '}
          <button type="button" className="link" onClick={onRetry}>
            {t('selfAssessment.again')}
          </button>
        </Notice>
      ) : null}
      <div className="flex flex-wrap items-center gap-2">
        {onBack === undefined ? null : <Button onClick={onBack}>{t('selfAssessment.back')}</Button>}
        <Button variant={way === 'skip' ? 'secondary' : 'primary'} disabled={disabled} onClick={onNext}>
          {way === 'finish' ? finish : t(`selfAssessment.${way}`, { aspect: next?.name ?? '' })}
        </Button>
        <p role="status" className="text-xs text-muted">
          {saving.state === 'saving' || saving.state === 'saved' ? t(`selfAssessment.${saving.state}`) : null}
        </p>
      </div>
    </div>
  );
}
