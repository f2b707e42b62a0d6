'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { useText } from '../../../../_messages/use-text.tsx';
import { useAction } from '../../../../_trpc/use-action.ts';
import { Button, ButtonLink, buttonClass } from '../../../../_ui/button.tsx';
import { ChevronDownIcon } from '../../../../_ui/icons.tsx';
import { Menu, MenuAction } from '../../../../_ui/menu.tsx';
import { Notice } from '../../../../_ui/notice.tsx';
import type { Item, ItemState } from './backlog-data.ts';
import { sendBacklog } from './send-backlog.ts';

type Judged = 'verified' | 'not_confirmed' | 'done';
const isJudged = (state: ItemState): state is Judged =>
  state === 'verified' || state === 'not_confirmed' || state === 'done';

/** What one may do with an improvement: move it, change what it says, have it evaluated. */
export function ItemActions({ platform, item }: { platform: string; item: Item }) {
  const t = useText();
  const router = useRouter();
  const { run, busy, error } = useAction();
  const [judged, setJudged] = useState<Judged | null>(null);
  const { id, version, rights } = item;

  const move = async (state: ItemState) => {
    setJudged(null);
    await run(() => sendBacklog.move({ platform, id, version, state }));
    router.refresh();
  };
  const evaluate = async () => {
    await run(async () => {
      const { state } = await sendBacklog.evaluate({ platform, id });
      setJudged(isJudged(state) ? state : null);
    });
    router.refresh();
  };

  return (
    <div className="grid justify-items-end gap-2">
      <div className="flex flex-wrap gap-2">
        {rights.evaluate ? (
          <Button variant="primary" disabled={busy} onClick={() => void evaluate()}>
            {t('backlog.item.evaluate')}
          </Button>
        ) : null}
        {rights.moves.length === 0 ? null : (
          <Menu
            className={buttonClass()}
            trigger={
              <>
                {t('backlog.move.button')}
                <ChevronDownIcon />
              </>
            }
          >
            {rights.moves.map((state) => (
              <MenuAction key={state} onSelect={() => void move(state)}>
                {t('backlog.move.to', { state: t(`backlog.states.${state}`) })}
              </MenuAction>
            ))}
          </Menu>
        )}
        {rights.change ? (
          <ButtonLink href={`/p/${platform}/backlog/${id}/edit`}>{t('backlog.item.edit')}</ButtonLink>
        ) : null}
      </div>
      {error === null ? null : (
        <Notice tone="needs-you" live>
          {error}
        </Notice>
      )}
      {judged === null ? null : <Notice live>{t(`backlog.item.evaluated.${judged}`)}</Notice>}
    </div>
  );
}
