import { Refusal } from './use-action.ts';

/** Sends a file as it is to one of our doors and reads what comes back; throws a `Refusal` with its sentence. */
export async function postFile<Answer>(door: string, file: File): Promise<Answer> {
  const type = { 'content-type': 'text/csv; charset=utf-8' };
  const answer = await fetch(door, { method: 'POST', headers: type, body: file });
  if (answer.ok) return answer.json();
  const problem: { detail?: string; title?: string } = await answer.json();
  throw new Refusal(problem.detail ?? problem.title ?? answer.statusText);
}
