import type { Server } from 'node:http';
import type { Logger } from 'pino';

/** Within 10 s of the signal the process is gone, whatever still hangs. */
const PATIENCE_MS = 6_000;
const LAST_RESORT_MS = 9_500;

/** On SIGTERM and SIGINT: take no new requests, finish those in flight, then close what the process holds. */
export function drainOnSignal(server: Server, log: Logger, close: () => Promise<void>): void {
  let stopping = false;
  const stop = async () => {
    if (stopping) return;
    stopping = true;
    log.info('stopping');
    setTimeout(() => process.exit(1), LAST_RESORT_MS).unref();
    await closeServer(server);
    await close();
    process.exit(0);
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, () => {
      stop().catch((error: unknown) => {
        log.error({ err: error }, 'stopping failed');
        process.exit(1);
      });
    });
  }
}

async function closeServer(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeIdleConnections();
  const impatient = setTimeout(() => server.closeAllConnections(), PATIENCE_MS);
  await closed;
  clearTimeout(impatient);
}
