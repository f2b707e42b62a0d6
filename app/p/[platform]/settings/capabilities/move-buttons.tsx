import { useText } from '../../../../_messages/use-text.tsx';
import { Button } from '../../../../_ui/button.tsx';

export type Step = -1 | 1;

/** The buttons of a row keep their ids while it moves, so that the keyboard can stay on them. */
export const moveButtonId = (id: string, step: Step): string => `move-${step === -1 ? 'up' : 'down'}-${id}`;

type Props = { id: string; name: string; first: boolean; last: boolean; onMove: (step: Step) => void };

/** Up or down by one; at an end the button stays, so that the keyboard does not lose its place. */
export function MoveButtons({ id, name, first, last, onMove }: Props) {
  const t = useText();
  return (
    <span className="inline-flex">
      <Button
        id={moveButtonId(id, -1)}
        variant="quiet"
        aria-label={t('catalogue.capabilities.up', { name })}
        aria-disabled={first}
        className="px-2! aria-disabled:opacity-40"
        onClick={() => first || onMove(-1)}
      >
        <span aria-hidden="true">↑</span>
      </Button>
      <Button
        id={moveButtonId(id, 1)}
        variant="quiet"
        aria-label={t('catalogue.capabilities.down', { name })}
        aria-disabled={last}
        className="px-2! aria-disabled:opacity-40"
        onClick={() => last || onMove(1)}
      >
        <span aria-hidden="true">↓</span>
      </Button>
    </span>
  );
}
