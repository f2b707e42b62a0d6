import type { AppText } from '../../../../_messages/registry.ts';
import type { Predicted } from './backlog-data.ts';
import { effectWords, rangeWords } from './backlog-words.ts';

/** Names of capabilities and aspects, by key. */
export type Names = { capabilities: Record<string, string>; aspects: Record<string, string> };
const MOST_CELLS = 6;

/** What an improvement changes: points to target with their range, and the cells that move. */
export function EffectFacts({ t, effect, names }: { t: AppText; effect: Predicted; names: Names }) {
  const range = rangeWords(t, effect);
  const level = (value: number | null) => (value === null ? t('backlog.effect.notOffered') : String(value));
  const shown = effect.cells.slice(0, MOST_CELLS);
  return (
    <div>
      <p className="text-base font-medium">{effectWords(t, effect)}</p>
      {range === null ? null : <p className="text-xs text-muted">{range}</p>}
      {effect.cells.length === 0 ? (
        <p className="mt-1 text-xs text-muted">{t('backlog.effect.noCells')}</p>
      ) : (
        <ul className="mt-1 text-xs">
          {shown.map(({ capability, aspect, from, to }) => (
            <li key={`${capability}/${aspect}`}>
              {t('backlog.effect.cell', {
                capability: names.capabilities[capability] ?? capability,
                aspect: names.aspects[aspect] ?? aspect,
                from: level(from),
                to: level(to),
              })}
            </li>
          ))}
          {effect.cells.length > shown.length ? (
            <li className="text-muted">{t('backlog.card.more', { n: effect.cells.length - shown.length })}</li>
          ) : null}
        </ul>
      )}
    </div>
  );
}
