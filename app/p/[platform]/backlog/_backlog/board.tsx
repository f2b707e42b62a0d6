'use client';

import { useMemo, useState } from 'react';
import { useText } from '../../../../_messages/use-text.tsx';
import { Notice } from '../../../../_ui/notice.tsx';
import type { Backlog, Item } from './backlog-data.ts';
import { BoardColumn } from './board-column.tsx';
import { Card } from './card.tsx';
import { useMoves } from './use-moves.ts';

const COLUMNS = ['proposed', 'planned', 'doing', 'done', 'verified', 'not_confirmed'] as const;

/** Improvements by state, side by side; on a narrow screen one state after the other. Cards move by mouse and by keyboard. */
export function Board({ backlog }: { backlog: Backlog }) {
  const t = useText();
  const { platform, now } = backlog;
  const { list, move, step, said, refusal } = useMoves(platform.key, backlog.items);
  const [dragged, setDragged] = useState<Item | null>(null);
  const dropped = list.filter(({ state }) => state === 'dropped');
  const { key } = platform;
  const shared = useMemo(
    () => ({ platform: key, now, onMove: move, onStep: step, onDrag: setDragged }),
    [key, now, move, step],
  );
  return (
    <section aria-label={t('backlog.board')}>
      {list.some(({ rights }) => rights.moves.length > 0) ? (
        <p className="pb-3 text-xs text-muted">{t('backlog.move.how')}</p>
      ) : null}
      <p role="status" className="sr-only">
        {said}
      </p>
      {refusal === null ? null : (
        <div className="pb-3">
          <Notice tone="needs-you" live>
            {refusal}
          </Notice>
        </div>
      )}
      <div className="gap-3 max-lg:grid lg:grid lg:auto-cols-[minmax(12rem,1fr)] lg:grid-flow-col lg:overflow-x-auto lg:pb-2">
        {COLUMNS.map((state) => (
          <BoardColumn key={state} state={state} list={list} dragged={dragged} shared={shared} />
        ))}
      </div>
      {dropped.length === 0 ? null : (
        <details className="mt-6 border-t border-hairline pt-3">
          <summary className="text-sm text-muted pointer-coarse:py-2">
            {t('backlog.card.folded', { n: dropped.length })}
          </summary>
          <ul className="mt-3 grid gap-2 sm:grid-cols-2 lg:grid-cols-3">
            {dropped.map((item) => (
              <Card key={item.id} item={item} shared={shared} />
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}
