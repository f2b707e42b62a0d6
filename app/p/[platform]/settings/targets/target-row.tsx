import { useText } from '../../../../_messages/use-text.tsx';
import { Cell, Row } from '../../../../_ui/table.tsx';
import { LevelSelect, SetMany } from './level-select.tsx';
import { type Aspect, cellName, type Level, type Levels, type Target } from './targets.ts';

type Props = {
  /** of the capability */
  name: string;
  aspects: Aspect[];
  levels: Level[];
  targets: Target[];
  wanted: Levels;
  /** null: to be read only */
  onSet: ((cells: Target[], level: number | null) => void) | null;
};

/** The targets of one capability. */
export function TargetRow({ name, aspects, levels, targets, wanted, onSet }: Props) {
  const t = useText();
  return (
    <Row>
      <th scope="row" className="sticky left-0 max-w-36 bg-paper py-1 pr-3 text-left font-normal sm:max-w-60">
        {name}
      </th>
      {targets.map((target) => {
        const aspect = aspects.find(({ key }) => key === target.aspect)?.name ?? target.aspect;
        const level = wanted.get(cellName(target.capability, target.aspect)) ?? null;
        return (
          <Cell key={target.aspect}>
            <LevelSelect
              label={t('catalogue.targets.cell', { capability: name, aspect })}
              level={level}
              usual={target.default}
              changed={level !== target.level}
              levels={levels}
              onChange={onSet === null ? null : (chosen) => onSet([target], chosen)}
            />
          </Cell>
        );
      })}
      {onSet === null ? null : (
        <Cell>
          <SetMany
            label={t('catalogue.targets.row', { name })}
            levels={levels}
            onSet={(level) => onSet(targets, level)}
          />
        </Cell>
      )}
    </Row>
  );
}
