import { ADMINISTRATOR } from './machine-client.ts';

/** Signs somebody with the administrator's password in, without a browser, and returns the cookie. */
export async function signIn(url: string, email: string = ADMINISTRATOR.email): Promise<string> {
  const { password } = ADMINISTRATOR;
  const answer = await fetch(`${url}/api/auth/sign-in/email`, {
    method: 'POST',
    headers: { origin: url, 'content-type': 'application/json' },
    body: JSON.stringify({ email, password }),
  });
  if (!answer.ok) throw new Error(`Signing in was answered ${answer.status}: ${await answer.text()}`);
  return answer.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ');
}
