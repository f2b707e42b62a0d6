import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { stripTypeScriptTypes } from 'node:module';
import { join, normalize } from 'node:path';

/** Apart from every other origin, so that the browser's clock is fine enough. */
const HEADERS = {
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-embedder-policy': 'require-corp',
  'cache-control': 'no-store',
};

export type ModuleServer = { url: string; served: string[]; stop: () => Promise<void> };

/** Serves the product's own source files to a browser, their types taken off and nothing else: the code that is measured. */
export async function serveModules(root: string): Promise<ModuleServer> {
  const served: string[] = [];
  const server = createServer((request, response) => {
    const path = normalize(new URL(request.url ?? '/', 'http://localhost').pathname);
    if (!path.endsWith('.ts')) {
      response.writeHead(200, { ...HEADERS, 'content-type': 'text/html' }).end('<!doctype html><title>bench</title>');
      return;
    }
    served.push(path);
    const code = stripTypeScriptTypes(readFileSync(join(root, path), 'utf8'));
    response.writeHead(200, { ...HEADERS, 'content-type': 'text/javascript' }).end(code);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  return {
    ...{ url: `http://127.0.0.1:${address.port}`, served },
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
