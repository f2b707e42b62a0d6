import { Agent, get } from 'node:http';

export type Answer = { status: number; body: string; milliseconds: number };

/** One GET over a kept connection, timed from sending to the last byte. */
export function timedGet(agent: Agent, url: string, headers: Record<string, string>): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const startedAt = performance.now();
    get(url, { agent, headers }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on('data', (chunk) => chunks.push(chunk));
      answer.on('end', () => {
        const body = Buffer.concat(chunks).toString('utf8');
        resolve({ status: answer.statusCode ?? 0, body, milliseconds: performance.now() - startedAt });
      });
    }).on('error', reject);
  });
}

/** Asks for a page so many times, some at once, and returns how long each took. Anything but 200 is an error. */
export async function measurePage(
  url: string,
  { headers = {}, requests, atOnce }: { headers?: Record<string, string>; requests: number; atOnce: number },
): Promise<number[]> {
  const agent = new Agent({ keepAlive: true, maxSockets: atOnce });
  const times: number[] = [];
  let left = requests;
  const visitor = async () => {
    while (left > 0) {
      left -= 1;
      const { status, milliseconds } = await timedGet(agent, url, headers);
      if (status !== 200) throw new Error(`${url} answered ${status}.`);
      times.push(milliseconds);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, visitor));
  agent.destroy();
  return times;
}

/** The value below which a share of the values lies (nearest rank). */
export function percentile(values: number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const value = sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)];
  if (value === undefined) throw new Error('There is nothing to measure.');
  return value;
}
