import type { Kysely } from 'kysely';
import { insertGrant } from '#db/queries/people.ts';
import type { Database } from '#db/schema.ts';
import { compileRubric } from '#rubrics/rubric.ts';
import { openRound, openRoundInput } from '#server/rating-rounds/open-round.ts';
import { saveRatings, saveRatingsInput } from '#server/rating-rounds/save-ratings.ts';
import { keepRubric } from '#server/rubrics/rubric-of.ts';
import { claimsContext } from './build-claims.ts';
import { buildPack } from './build-rubric.ts';
import { person, START, type TestContext } from './test-context.ts';

export const ASPECTS = ['investment', 'adoption', 'interfaces', 'operations', 'measurement'];
const IDS = ['erin', 'ada', 'ben', 'cleo', 'vera', 'olga'];
const ROLES = { erin: 'editor', olga: 'owner' } as const;
const roleOf = (id: string) => (id === 'erin' || id === 'olga' ? ROLES[id] : ('viewer' as const));
const teamOf = (id: string) => (id === 'olga' ? 'storage' : null);

export const someone = (id: string) => person(roleOf(id), { id, teamId: teamOf(id) });

/** The platform `payments` with erin (editor), olga (owner of Storage), and ada, ben, cleo and vera, who may look. */
export async function roundContext(db: Kysely<Database>): Promise<TestContext> {
  const ctx = await claimsContext(db, IDS);
  for (const id of IDS) {
    const grant = { role: roleOf(id), platformId: null, teamId: teamOf(id) };
    await insertGrant(db, { id: `grant-${id}`, userId: id, createdAt: START, ...grant });
  }
  return ctx.as(someone('erin'));
}

type Asked = string | { person: string; side: 'platform_team' | 'consumer' | null };

/** Opens a round over all aspects of the platform, or what else is given. */
export async function openTestRound(ctx: TestContext, asked: Asked[], given: object = {}): Promise<string> {
  const assessors = asked.map((one) => (typeof one === 'string' ? { person: one } : one));
  const input = { platform: 'payments', title: 'Autumn', assessors, ...given };
  return (await openRound(ctx, openRoundInput.parse(input))).id;
}

/** Rates the five aspects of the platform in their order, as this person. */
export function rate(ctx: TestContext, round: string, who: string, ratings: (number | null)[], handIn = true) {
  const input = saveRatingsInput.parse({
    ...{ platform: 'payments', round, handIn },
    ratings: ratings.map((rating, index) => ({ aspect: ASPECTS[index], capability: null, rating })),
  });
  return saveRatings(ctx.as(someone(who)), input);
}

/** The platform is scored by a rubric with these levels and the aspect `use`. */
export async function useOwnLevels({ db }: TestContext, numbers: number[]): Promise<void> {
  const { pack } = buildPack([]);
  const levels = numbers.map((level) => ({
    level,
    key: `level-${level}`,
    name: `Level ${level}`,
    summary: 'A level.',
  }));
  const cells = Object.fromEntries(numbers.map((level) => [level, { name: `At ${level}`, summary: 'So it is.' }]));
  const [target = 1] = numbers;
  const rubric = compileRubric({
    ...buildPack([]),
    pack: {
      ...{ ...pack, id: 'own-levels', levels, floor: target },
      aspects: [{ key: 'use', name: 'Use', question: 'Who uses it?', cells }],
      targets: { default: target },
    },
  });
  keepRubric(rubric);
  await db.updateTable('platform').set({ packId: rubric.id, packVersion: rubric.version }).execute();
}
