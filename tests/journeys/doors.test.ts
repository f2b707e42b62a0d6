import { request as rawRequest } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type BuiltProduct, startBuiltProduct } from '#tests/support/built-product.ts';
import { type MachineClient, setUpByMachine } from '#tests/support/machine-client.ts';

let product: BuiltProduct;
let client: MachineClient;

beforeAll(async () => {
  product = await startBuiltProduct();
  client = await setUpByMachine(product, ['observability']);
});
afterAll(() => product.stop());

const get = (path: string, headers: Record<string, string> = {}) =>
  fetch(`${product.url}${path}`, { headers, redirect: 'manual' });

describe('what every answer carries', () => {
  test('a policy whose nonce stands on every script of the page, new each time', async () => {
    const answers = [await get('/sign-in'), await get('/sign-in')];
    const nonces: string[] = [];
    for (const answer of answers) {
      const policy = answer.headers.get('content-security-policy') ?? '';
      const nonce = /'nonce-([^']+)'/.exec(policy)?.[1] ?? '';
      expect(policy).not.toContain('unsafe-eval');
      const scripts = (await answer.text()).match(/<script\b[^>]*>/g) ?? [];
      expect(scripts.length).toBeGreaterThan(0);
      for (const script of scripts) expect(script).toContain(`nonce="${nonce}"`);
      nonces.push(nonce);
    }
    expect(nonces[0]).not.toBe(nonces[1]);
  });

  test.each(['/sign-in', '/api/health/live', '/api/v1/platforms', '/nowhere'])(
    'headers that protect, on %s',
    async (path) => {
      const { headers } = await get(path);
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('x-frame-options')).toBe('DENY');
      expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
      expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
      expect(headers.get('x-powered-by')).toBeNull();
      expect(headers.get('cache-control')).toContain('no-store');
    },
  );

  test('the icon that browsers ask for by themselves is there', async () => {
    const icon = await get('/favicon.ico');
    expect([icon.status, icon.headers.get('content-type')]).toEqual([200, 'image/x-icon']);
  });

  test('no referrer from an address that is a secret', async () => {
    expect((await get('/set-up/abc')).headers.get('referrer-policy')).toBe('no-referrer');
  });
});

describe('changes from elsewhere', () => {
  const post = (headers: Record<string, string>) =>
    fetch(`${product.url}/api/auth/sign-in/email`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: '{}',
    });

  test.each([
    ['another site', { origin: 'https://evil.example' }],
    ['nobody knows where', {}],
    ['a sandboxed frame', { origin: 'null' }],
  ])('from %s are refused at the door', async (_, headers) => {
    const answer = await post(headers);
    expect(answer.status).toBe(403);
    expect(answer.headers.get('content-type')).toBe('application/problem+json');
  });

  test('from our own pages reach the sign-in', async () => {
    expect((await post({ origin: product.url })).status).toBe(400);
  });

  test('doors of the sign-in library that nobody opened stay shut', async () => {
    const headers = { origin: product.url, 'content-type': 'application/json' };
    for (const path of ['sign-up/email', 'delete-user', 'update-user', 'request-password-reset']) {
      const answer = await fetch(`${product.url}/api/auth/${path}`, { method: 'POST', headers, body: '{}' });
      expect(answer.status, path).toBe(404);
    }
  });
});

describe('doors for machines', () => {
  test('health says that it lives and is ready', async () => {
    expect(await (await get('/api/health/live')).json()).toEqual({ status: 'live' });
    expect(await (await get('/api/health/ready')).json()).toEqual({ status: 'ready', reasons: [] });
  });

  test('metrics are told to this machine, and to a proxy of it only with a token', async () => {
    expect(await (await get('/metrics')).text()).toContain('process_start_time_seconds ');
    const forwarded = { 'x-forwarded-for': '203.0.113.9' };
    expect((await get('/metrics', forwarded)).status).toBe(401);
    // the token is of one platform, and these figures are of all
    expect((await get('/metrics', { ...forwarded, authorization: `Bearer ${client.token}` })).status).toBe(403);
  });

  test('the API describes itself, and its schemas are served', async () => {
    const description = await (await get('/api/v1/openapi.json')).json();
    expect(Object.keys(description.paths)).toContain('/platforms/{platform}/scorecard');
    expect((await get('/schemas/nothing.json')).status).toBe(404);
    expect((await get('/schemas/..%2Fscoring.md')).status).toBe(404);
  });

  test('the scorecard is there as soon as the platform is', async () => {
    const card = await (await client.rest('GET', '/platforms/payments/scorecard')).json();
    expect(card.schema).toBe('plumbline/scorecard/1');
    expect(card.cells).toHaveLength(5);
  });

  test('a body that claims to be endless is refused before it is read', async () => {
    const status = await new Promise<number | undefined>((resolve, reject) => {
      const headers = { authorization: `Bearer ${client.token}`, 'content-length': String(2 ** 40) };
      const sent = rawRequest(`${product.url}/api/v1/metrics`, { method: 'POST', headers }, (answer) => {
        resolve(answer.statusCode);
        sent.destroy();
      });
      sent.on('error', reject);
      sent.flushHeaders();
    });
    expect(status).toBe(413);
  });
});

test('nothing secret is printed', async () => {
  const printed = product.output().replace(product.setUpLink, '');
  expect(printed).not.toContain(client.token);
  expect(printed).not.toContain(product.setUpLink.split('/').at(-1) ?? '?');
});
