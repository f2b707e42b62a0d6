import { Refusal } from './use-action.ts';

type Door = 'sign-in/email' | 'sign-out' | 'change-password';

/** Asks the sign-in library for something; throws a `Refusal` with its sentence. */
export async function postAuth(door: Door, body: Record<string, unknown>): Promise<void> {
  const answer = await fetch(`/api/auth/${door}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (answer.ok) return;
  const problem: { message?: string; detail?: string; title?: string } = await answer.json();
  throw new Refusal(problem.message ?? problem.detail ?? problem.title ?? answer.statusText);
}
