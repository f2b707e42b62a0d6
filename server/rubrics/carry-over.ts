import { randomUUID } from 'node:crypto';
import type { Kysely } from 'kysely';
import { type Exemption, moveExemption } from '#db/queries/exemptions.ts';
import {
  insertClaims,
  listAnswersAbout,
  listExemptionsFrom,
  listScenarioTexts,
  moveAwaiting,
  renamePlans,
  saveScenarioText,
} from '#db/queries/rubric-places.ts';
import type { Database } from '#db/schema.ts';
import { keyOfRequest } from '../exemptions/leave-out-twins.ts';
import { readKept } from '../planning/require-scenario.ts';

export type Carried = { from: string; to: string; attestations: number; exemptions: number; plans: number };

type Renaming = { platformId: string; from: string; to: string };
type Claim = { capability: string | null; carriedFrom: string | null };

/**
 * What was said about a criterion under its old id counts under its new one: answers and exemptions are copied with where they
 * came from, so that going back to the older version finds them where they were; what is still awaited and plans are renamed.
 * A second time nothing is copied twice.
 */
export async function carryOver(trx: Kysely<Database>, renaming: Renaming): Promise<Carried> {
  const { platformId, from, to } = renaming;
  const moved = await moveAwaiting(trx, renaming);
  const answers = await listAnswersAbout(trx, { platformId, criterion: from });
  const answered = keysOf(await listAnswersAbout(trx, { platformId, criterion: to }), keyOfAnswer);
  const exempted = await listExemptionsFrom(trx, { platformId, criterion: from });
  const exempt = new Map(
    (await listExemptionsFrom(trx, { platformId, criterion: to })).map((one) => [keyOfRequest(one), one]),
  );
  const copy = <T extends Claim>(claim: T) => ({ ...claim, id: randomUUID(), criterion: to, carriedFrom: from });
  const attestations = answers.filter((one) => !answered.has(keyOfAnswer(one))).map(copy);
  const exemptions = exempted.filter((one) => !exempt.has(keyOfRequest(one))).map(copy);
  for (const one of exempted) await follow(trx, exempt.get(keyOfRequest(one)), one);
  await insertClaims(trx, { attestations, exemptions });
  const plans = (await renamePlans(trx, renaming)) + (await renameInScenarios(trx, renaming));
  return {
    ...{ from, to, plans },
    attestations: moved.attestations + attestations.length,
    exemptions: moved.exemptions + exemptions.length,
  };
}

/** What became of a request while the other id was in use, such as its end, became of it under this id too. */
async function follow(trx: Kysely<Database>, here: Exemption | undefined, there: Exemption): Promise<void> {
  if (here === undefined) return;
  const { decision, decidedBy, decidedAt, decisionNote, selfApproved, expiresAt, approvedUntil } = there;
  const became = { decision, decidedBy, decidedAt, decisionNote, selfApproved, expiresAt, approvedUntil };
  await moveExemption(trx, here, became);
}

/** A what-if that assumes something of a criterion goes on doing so; where it knows both ids the newer one's assumption stays. */
async function renameInScenarios(trx: Kysely<Database>, { platformId, from, to }: Renaming): Promise<number> {
  let renamed = 0;
  for (const scenario of await listScenarioTexts(trx, platformId)) {
    const kept = readKept(scenario);
    if (!kept.some(({ criterion }) => criterion === from)) continue;
    const known = new Set(kept.filter(({ criterion }) => criterion === to).map(({ capability }) => capability));
    const changed = kept
      .filter(({ criterion, capability }) => criterion !== from || !known.has(capability))
      .map((one) => (one.criterion === from ? { ...one, criterion: to } : one));
    await saveScenarioText(trx, scenario.id, JSON.stringify(changed));
    renamed += 1;
  }
  return renamed;
}

const keysOf = <T>(rows: readonly T[], keyOf: (row: T) => string) => new Set(rows.map(keyOf));
const keyOfAnswer = (one: { capability: string | null; answeredBy: string; answeredAt: string }) =>
  JSON.stringify([one.capability, one.answeredBy, one.answeredAt]);
