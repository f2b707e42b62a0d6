import type { Context } from '#server/context.ts';
import { createToken } from '#server/people/create-token.ts';
import type { Scope } from '#server/people/scopes.ts';
import { dispatch } from '#server/rest/dispatch.ts';

export type TokenClient = (method: string, path: string, body?: unknown) => Promise<Response>;

/** The REST API as a machine calls it, with a token that whoever asks makes for a platform, or for all of them. */
export async function tokenClient(ctx: Context, scopes: Scope[], platform: string | null = null): Promise<TokenClient> {
  const { token } = await createToken(ctx, { name: 'CI', scopes, platform, expiresInDays: 1 });
  return (method, path, body) =>
    dispatch(
      new Request(`http://127.0.0.1:3000/api/v1${path}`, {
        method,
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      }),
    );
}
