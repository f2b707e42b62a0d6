import type { Actor } from '../context.ts';
import type { TaskAnswer, TaskCall, TaskRequest } from './task-messages.ts';

/** What waits beyond this would wait longer than anybody does. */
const MOST_OPEN = 34;
/** Of one person or token: nobody fills the line for all. */
const MOST_OF_ONE = 8;

export type OpenTask = { request: TaskRequest; answer: (answer: TaskAnswer) => void };
export type TaskLine = {
  /** a task that is refused at once is answered at once */
  join: (call: TaskCall, joined: () => void) => Promise<TaskAnswer>;
  /** undefined: nothing waits, or only what has to wait for another of the same person's */
  next: () => OpenTask | undefined;
  waiting: () => number;
  /** refuses what waits and whatever comes */
  close: () => void;
};

/**
 * The line of tasks of a process: only so many, and next is whoever has least under way, of these who came first. What one
 * person asks for at once keeps another waiting for one of their tasks and not for all; and of several threads one is never
 * taken by long tasks of a person who has the others.
 */
export function makeTaskLine(threads: number): TaskLine {
  const waiting: OpenTask[] = [];
  /** what waits and what runs */
  const calls = new Map<number, TaskCall>();
  let lastId = 0;
  let closed = false;
  return {
    join: async (call, joined) => {
      const refused = closed ? refusal(STOPPING) : tooMany(call, [...calls.values()]);
      if (refused !== null) return refused;
      lastId += 1;
      const { long: _long, ...asked } = call;
      const request = { id: lastId, ...asked };
      calls.set(request.id, call);
      return new Promise<TaskAnswer>((resolve) => {
        const answer = (value: TaskAnswer) => {
          calls.delete(request.id);
          resolve(value);
        };
        waiting.push({ request, answer });
        joined();
      });
    },
    next: () => {
      const waits = new Set(waiting.map(({ request }) => request.id));
      const running = [...calls].flatMap(([id, call]) => (waits.has(id) ? [] : [call]));
      const load = ({ request }: OpenTask) => countOf(running, request);
      const ready = waiting.filter(({ request }) => mayStart(request, { calls, running, threads }));
      const next = ready.toSorted((a, b) => load(a) - load(b))[0];
      return next === undefined ? undefined : waiting.splice(waiting.indexOf(next), 1)[0];
    },
    waiting: () => waiting.length,
    close: () => {
      closed = true;
      for (const { answer } of waiting.splice(0)) answer(refusal(STOPPING));
    },
  };
}

const countOf = (calls: readonly TaskCall[], { actor }: Pick<TaskCall, 'actor'>): number =>
  calls.filter((other) => nameOf(other.actor) === nameOf(actor)).length;

type Under = { calls: ReadonlyMap<number, TaskCall>; running: readonly TaskCall[]; threads: number };

/** A long task waits where the long ones of the same person have every thread but one. */
function mayStart(request: TaskRequest, { calls, running, threads }: Under): boolean {
  const long = running.filter((call) => call.long);
  return threads === 1 || !calls.get(request.id)?.long || countOf(long, request) < threads - 1;
}

const STOPPING = 'Plumbline is stopping. Try again in a moment.';
const BUSY = 'Plumbline is busy: too much of this kind is waiting. Try again in a minute.';
const YOURS = 'You have asked for several things that take long. Wait for one of them, then try again.';

function tooMany({ actor }: TaskCall, open: TaskCall[]): TaskAnswer | null {
  if (open.length >= MOST_OPEN) return refusal(BUSY);
  return countOf(open, { actor }) < MOST_OF_ONE ? null : { kind: 'refused', code: 'TOO_MANY_REQUESTS', message: YOURS };
}

const refusal = (message: string): TaskAnswer => ({ kind: 'refused', code: 'UNAVAILABLE', message });
const nameOf = (actor: Actor) => ('id' in actor ? `${actor.kind} ${actor.id}` : actor.kind);
