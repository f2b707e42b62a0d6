import { useText } from '../../../../_messages/use-text.tsx';
import { Cell, Row } from '../../../../_ui/table.tsx';
import { SetMany } from './level-select.tsx';
import type { Aspect, Level, Target } from './targets.ts';

type Props = {
  aspects: Aspect[];
  levels: Level[];
  targets: Target[];
  onSet: (cells: Target[], level: number | null) => void;
};

/** The foot of the grid: one level for every capability in an aspect. */
export function WholeColumns({ aspects, levels, targets, onSet }: Props) {
  const t = useText();
  return (
    <Row>
      <th scope="row" className="sticky left-0 bg-paper py-1 pr-3 text-left font-normal text-muted">
        {t('catalogue.targets.columnShort')}
      </th>
      {aspects.map(({ key, name }) => (
        <Cell key={key}>
          <SetMany
            label={t('catalogue.targets.column', { name })}
            levels={levels}
            onSet={(level) =>
              onSet(
                targets.filter(({ aspect }) => aspect === key),
                level,
              )
            }
          />
        </Cell>
      ))}
      <Cell />
    </Row>
  );
}
