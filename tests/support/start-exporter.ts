import { once } from 'node:events';
import { createServer } from 'node:http';

export type Exporter = { target: string; stop: () => Promise<void> };

/** What a platform might say about itself, in Prometheus' text format. */
const TEXT = `# HELP platform_requests_total Requests that were fulfilled.
# TYPE platform_requests_total counter
platform_requests_total{capability="data",squad="checkout",human="no"} 30
platform_requests_total{capability="data",squad="checkout",human="yes"} 10
platform_requests_total{capability="data",squad="ledger",human="no"} 9
platform_requests_total{capability="data",squad="ledger",human="yes"} 1
platform_requests_total{capability="build-test",squad="checkout",human="no"} 1
platform_requests_total{capability="build-test",squad="checkout",human="yes"} 1
# HELP platform_crowd More series than anybody wants.
# TYPE platform_crowd gauge
${Array.from({ length: 1200 }, (_, index) => `platform_crowd{n="${index}"} 0.5`).join('\n')}
`;

/** A small exporter of the tests' own, to be scraped. */
export async function startExporter(): Promise<Exporter> {
  const server = createServer((_, response) =>
    response.writeHead(200, { 'content-type': 'text/plain; version=0.0.4' }).end(TEXT),
  );
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The exporter has no port.');
  return {
    target: `127.0.0.1:${address.port}`,
    stop: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
