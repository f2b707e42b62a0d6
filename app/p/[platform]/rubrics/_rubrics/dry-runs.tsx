'use client';

import { TRPCClientError } from '@trpc/client';
import { useEffect, useRef, useState } from 'react';
import { useText } from '../../../../_messages/use-text.tsx';
import { trpc } from '../../../../_trpc/client.tsx';
import { Button } from '../../../../_ui/button.tsx';
import { DryRunItem } from './dry-run-item.tsx';
import type { DryRun, Names, Runs } from './rubrics-data.ts';

type Props = { platform: string; rubric: string; runs: Runs; names: Names };
export type Answer = { kind: 'done'; run: DryRun } | { kind: 'failed'; why: string };

const keyOf = ({ of, assessment }: Runs[number]) => `${of} ${assessment}`;

/** Runs one after the other, so that nobody else waits for all of them; begun by the page itself: whoever opens it asked for it. */
function useRuns({ platform, rubric, runs }: Omit<Props, 'names'>) {
  const [answers, setAnswers] = useState<Record<string, Answer>>({});
  const [running, setRunning] = useState<string | null>(null);
  const ask = useRef<AbortController | null>(null);

  async function start() {
    ask.current?.abort();
    const mine = new AbortController();
    ask.current = mine;
    setAnswers({});
    for (const run of runs) {
      setRunning(keyOf(run));
      const answer = await tryOne({ platform, rubric, of: run.of, assessment: run.assessment }, mine.signal);
      if (mine.signal.aborted) return;
      setAnswers((known) => ({ ...known, [keyOf(run)]: answer }));
    }
    setRunning(null);
  }

  function stop() {
    ask.current?.abort();
    setRunning(null);
  }

  const begin = useRef(start);
  useEffect(() => {
    void begin.current();
    return () => ask.current?.abort();
  }, []);
  return { answers, running, start, stop };
}

/** Tries a rubric on one body of evidence after the other and shows each as soon as it is there. */
export function DryRuns({ platform, rubric, runs, names }: Props) {
  const t = useText();
  const { answers, running, start, stop } = useRuns({ platform, rubric, runs });
  const done = Object.keys(answers).length;
  return (
    <>
      <div className="flex items-center gap-3 pb-4">
        <progress max={runs.length} value={done} aria-label={t('rubrics.dryRun.title')} className="progress h-2 w-40" />
        <span role="status" className="text-muted">
          {done === runs.length
            ? t('rubrics.dryRun.done', { n: done })
            : t('rubrics.dryRun.progress', { done, n: runs.length })}
        </span>
        <Button onClick={running === null ? start : stop}>
          {t(running === null ? 'rubrics.dryRun.again' : 'rubrics.dryRun.stop')}
        </Button>
      </div>
      <ul>
        {runs.map((run) => (
          <DryRunItem
            key={keyOf(run)}
            run={run}
            names={names}
            answer={answers[keyOf(run)] ?? null}
            isRunning={running === keyOf(run)}
          />
        ))}
      </ul>
    </>
  );
}

type Input = { platform: string; rubric: string; of: string; assessment: string | null };

async function tryOne({ assessment, ...input }: Input, signal: AbortSignal): Promise<Answer> {
  try {
    const asked = assessment === null ? input : { ...input, assessment };
    return { kind: 'done', run: await trpc.rubrics.dryRun.query(asked, { signal }) };
  } catch (error) {
    return { kind: 'failed', why: error instanceof TRPCClientError ? error.message : String(error) };
  }
}
