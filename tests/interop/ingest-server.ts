import { createServer } from 'node:http';
import { openDatabase } from '#db/open.ts';
import type { Context } from '#server/context.ts';
import { foldDays } from '#server/evidence/fold-days.ts';
import { receiveMetrics } from '#server/evidence/receive-metrics.ts';
import { runTasksHere } from '#server/tasks/run-task-here.ts';
import { token } from '#tests/support/test-context.ts';

/** A process to be killed: the product's own door for samples and its fold, over the database that its argument names. */
const { db } = await openDatabase(process.argv[2] ?? '');
const base: Omit<Context, 'runTask'> = {
  db,
  now: () => new Date(),
  actor: token(['metrics:write']),
  secret: '',
  publicUrl: '',
  rescore: async () => {},
};
const ctx: Context = { ...base, runTask: runTasksHere(base) };

const server = createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on('data', (chunk) => chunks.push(chunk));
  request.on('end', async () => {
    const headers = new Headers({ 'content-type': 'application/json' });
    headers.set('idempotency-key', `${request.headers['idempotency-key']}`);
    const sent = new Request('http://localhost/', { method: 'POST', headers, body: Buffer.concat(chunks) });
    const answer = await receiveMetrics(ctx, sent);
    response.writeHead(answer.status).end(await answer.text());
  });
});
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  if (address !== null && typeof address !== 'string') process.stdout.write(`${address.port}\n`);
});

for (;;) {
  await foldDays(db, 'payments');
  await new Promise((resolve) => setTimeout(resolve, 5));
}
