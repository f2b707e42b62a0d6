import type { Logger } from 'pino';
import { startTaskThread, type TaskThread } from './start-task-thread.ts';
import { makeTaskLine, type OpenTask } from './task-line.ts';
import type { TaskAnswer, TaskCall, TaskThreadData } from './task-messages.ts';

const MOST_THREADS = 2;
const LIMIT_MS = 120_000;
/** A thread that has had nothing to do for so long gives its memory back. */
const IDLE_MS = 30_000;

export type TaskThreads = {
  ask: (call: TaskCall) => Promise<TaskAnswer>;
  state: () => { threads: number; running: number; waiting: number };
  /** ends every thread; what was open is answered with a refusal */
  stop: () => Promise<void>;
};

type Options = { data: TaskThreadData; log: Logger; limitMs?: number; idleMs?: number };
type Seat = { thread: TaskThread; busy: boolean; idle: NodeJS.Timeout | null };

/** The task threads of this process, started when there is something to do and ended when there has been nothing for a while. */
export function startTaskThreads({ data, log, limitMs = LIMIT_MS, idleMs = IDLE_MS }: Options): TaskThreads {
  const line = makeTaskLine(MOST_THREADS);
  const seats = new Set<Seat>();
  let stopping = false;

  function addSeat(): Seat {
    const ended = () => {
      seats.delete(seat);
      serve();
    };
    const seat: Seat = { thread: startTaskThread({ data, log, limitMs, ended }), busy: false, idle: null };
    seats.add(seat);
    return seat;
  }

  function serve(): void {
    while (line.waiting() > 0 && !stopping) {
      const free = [...seats].find(({ busy }) => !busy);
      const next = free !== undefined || seats.size < MOST_THREADS ? line.next() : undefined;
      if (next === undefined) return;
      void run(free ?? addSeat(), next);
    }
  }

  async function run(seat: Seat, { request, answer }: OpenTask): Promise<void> {
    seat.busy = true;
    if (seat.idle !== null) clearTimeout(seat.idle);
    answer(await seat.thread.run(request));
    seat.busy = false;
    seat.idle = setTimeout(() => {
      seats.delete(seat);
      void seat.thread.end();
    }, idleMs).unref();
    serve();
  }

  const busy = () => [...seats].filter((seat) => seat.busy).length;
  return {
    ask: (call) => line.join(call, serve),
    state: () => ({ threads: seats.size, running: busy(), waiting: line.waiting() }),
    stop: async () => {
      stopping = true;
      line.close();
      await Promise.all([...seats].map(({ thread }) => thread.end()));
    },
  };
}
