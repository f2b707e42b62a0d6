'use client';

import { useRouter } from 'next/navigation';
import { type KeyboardEvent, useEffect, useId, useRef, useState, useTransition } from 'react';
import type { AppText } from '../../../../_messages/registry.ts';
import { useText } from '../../../../_messages/use-text.tsx';
import { trpc } from '../../../../_trpc/client.tsx';
import { useAction } from '../../../../_trpc/use-action.ts';
import { Button } from '../../../../_ui/button.tsx';
import { Textarea } from '../../../../_ui/input.tsx';
import { Notice } from '../../../../_ui/notice.tsx';

type Props = {
  platform: string;
  draft: { id: string; version: number };
  file: string;
  text: string;
  /** where to begin, from 1; null: at the top */
  line: number | null;
};

const ROWS = 32;

/** Marks a line of a text and brings it into view. */
function showLine(area: HTMLTextAreaElement, line: number): void {
  const lines = area.value.split('\n');
  const start = lines.slice(0, line - 1).reduce((sum, one) => sum + one.length + 1, 0);
  area.focus();
  area.setSelectionRange(start, start + (lines[line - 1]?.length ?? 0));
  area.scrollTop = Math.max(0, (area.scrollHeight / lines.length) * (line - ROWS / 3));
}

/** Ctrl+S and ⌘S save, as everywhere. */
function onShortcut(event: KeyboardEvent, save: () => void): void {
  if (event.key !== 's' || !(event.ctrlKey || event.metaKey)) return;
  event.preventDefault();
  save();
}

/** Asks before the page is left with something that is not saved. */
function useWarning(isChanged: boolean): void {
  useEffect(() => {
    if (!isChanged) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [isChanged]);
}

type Status = { isChanged: boolean; isChecking: boolean; isSaved: boolean };
function statusWords(t: AppText, { isChanged, isChecking, isSaved }: Status): string | null {
  if (isChanged) return t('rubrics.draft.unsaved');
  if (isChecking) return t('rubrics.draft.checking');
  return isSaved ? t('rubrics.draft.saved') : null;
}

/** One file of a draft as plain text. What is wrong with it is said after each save. */
export function DraftEditor({ platform, draft, file, text, line }: Props) {
  const t = useText();
  const router = useRouter();
  const { run, busy, error } = useAction();
  const [written, setWritten] = useState(text);
  const [kept, setKept] = useState({ text, version: draft.version, saved: false });
  const [isChecking, check] = useTransition();
  const area = useRef<HTMLTextAreaElement>(null);
  const id = useId();
  const isChanged = written !== kept.text;

  useEffect(() => {
    if (line !== null && area.current !== null) showLine(area.current, line);
  }, [line]);

  useWarning(isChanged);

  async function save() {
    const sent = written;
    const input = { platform, draft: draft.id, version: kept.version, file, text: sent };
    const isSaved = await run(async () => {
      const { version } = await trpc.rubrics.saveDraftFile.mutate(input);
      setKept({ text: sent, version, saved: true });
    });
    if (isSaved) check(() => router.refresh());
  }

  return (
    <div className="flex min-w-0 flex-col gap-2">
      <label htmlFor={id} className="text-sm font-medium">
        {t('rubrics.draft.text', { file })}
      </label>
      <Textarea
        id={id}
        ref={area}
        value={written}
        rows={ROWS}
        spellCheck={false}
        wrap="off"
        className="figures field-sizing-fixed! h-[32rem]! resize-y text-xs!"
        onChange={(event) => setWritten(event.target.value)}
        onKeyDown={(event) => onShortcut(event, save)}
      />
      {error ? (
        <Notice live tone="broken">
          {error}
        </Notice>
      ) : null}
      <div className="flex items-center gap-3">
        <Button variant="primary" disabled={busy || !isChanged} onClick={save}>
          {t('rubrics.draft.save')}
        </Button>
        <span role="status" className="text-muted">
          {statusWords(t, { isChanged, isChecking, isSaved: kept.saved })}
        </span>
      </div>
    </div>
  );
}
