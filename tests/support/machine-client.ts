import type { BuiltProduct } from './built-product.ts';

export const ADMINISTRATOR = {
  name: 'Ada Administrator',
  email: 'ada@example.org',
  password: 'a plumb line shows what is true',
};

/** Talks to the product as a machine does, over its real doors; refusals are thrown with what was answered. */
export type MachineClient = {
  /** a tRPC mutation as the administrator */
  mutate: <T>(procedure: string, input: unknown) => Promise<T>;
  /** a tRPC query as the administrator */
  query: <T>(procedure: string, input: unknown) => Promise<T>;
  /** a REST call with the token */
  rest: (method: string, path: string, body?: unknown) => Promise<Response>;
  token: string;
};

export const PLATFORM = { name: 'Payments platform', key: 'payments', timeZone: 'UTC', fiscalYearStartMonth: 1 };
const SCOPES = ['read', 'metrics:write', 'attestations:write', 'catalogue:write', 'surveys:write', 'assessments:write'];

async function answerOf(response: Response): Promise<Response> {
  if (!response.ok) throw new Error(`${response.url} answered ${response.status}: ${await response.text()}`);
  return response;
}

/** Sets the product up without a browser, for journeys that are about something else. */
export async function setUpByMachine(product: BuiltProduct, capabilities: string[]): Promise<MachineClient> {
  const cookies: string[] = [];
  const post = async (path: string, body: unknown) => {
    const response = await fetch(`${product.url}${path}`, {
      method: 'POST',
      headers: { origin: product.url, 'content-type': 'application/json', cookie: cookies.join('; ') },
      body: JSON.stringify(body),
    });
    return answerOf(response);
  };
  const mutate = async <T>(procedure: string, input: unknown): Promise<T> => {
    const response = await post(`/api/trpc/${procedure}`, input);
    const { result }: { result: { data: T } } = await response.json();
    return result.data;
  };
  const query = async <T>(procedure: string, input: unknown): Promise<T> => {
    const address = `${product.url}/api/trpc/${procedure}?input=${encodeURIComponent(JSON.stringify(input))}`;
    const response = await answerOf(await fetch(address, { headers: { cookie: cookies.join('; ') } }));
    const { result }: { result: { data: T } } = await response.json();
    return result.data;
  };
  const token = product.setUpLink.split('/').at(-1);
  await mutate('people.completeSetUp', { token, ...ADMINISTRATOR, platform: { ...PLATFORM, capabilities } });
  const { email, password } = ADMINISTRATOR;
  const signedIn = await post('/api/auth/sign-in/email', { email, password });
  cookies.push(...signedIn.headers.getSetCookie().map((line) => line.split(';')[0] ?? ''));
  const made = await mutate<{ token: string }>('people.createToken', {
    name: 'Journey',
    scopes: SCOPES,
    platform: PLATFORM.key,
    expiresInDays: 1,
  });
  const rest = async (method: string, path: string, body?: unknown) =>
    answerOf(
      await fetch(`${product.url}/api/v1${path}`, {
        method,
        headers: { authorization: `Bearer ${made.token}`, 'content-type': 'application/json' },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      }),
    );
  return { mutate, query, rest, token: made.token };
}
