import type { Server } from 'node:http';

/** Calls `rest` once nobody has asked for anything for a while: after the start, and again after each time of work. */
export function whenQuiet(server: Server, { quietMs, rest }: { quietMs: number; rest: () => void }): void {
  let open = 0;
  const timer = setTimeout(() => {
    if (open === 0) rest();
  }, quietMs).unref();
  server.on('request', (_, response) => {
    open += 1;
    response.once('close', () => {
      open -= 1;
      timer.refresh();
    });
  });
  server.once('close', () => clearTimeout(timer));
}
