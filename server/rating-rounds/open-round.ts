import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { listCapabilities } from '#db/queries/catalogue.ts';
import { insertRatingRound, listRatingRounds } from '#db/queries/rating-rounds.ts';
import { listOwners } from '../backlog/list-owners.ts';
import { keyField, nameField } from '../catalogue/fields.ts';
import { findPlatform, type Platform } from '../catalogue/find-platform.ts';
import type { Context } from '../context.ts';
import { AppError } from '../errors.ts';
import { accountOf } from '../people/account-of.ts';
import { idField } from '../people/fields.ts';
import { requireRole } from '../people/permissions.ts';
import { recordAudit } from '../people/record-audit.ts';
import { rubricOf } from '../rubrics/rubric-of.ts';
import { SCOPE, type Scale } from './round.ts';
import { EMPTY_SHEET, sealSheets } from './sealed-ratings.ts';

const LARGEST = 400;
/** Of all people together: they are shown on one page. */
const MOST_RATINGS = 5_000;
/** Until the reveal who has handed in is counted from the sealed sheets, all of them. */
const MOST_OPEN = 10;

export const sideField = z.enum(['platform_team', 'consumer']).nullable();

export const openRoundInput = z.strictObject({
  platform: keyField,
  title: nameField,
  /** left out: every aspect of the rubric */
  aspects: z.array(keyField).min(1, 'Choose at least one aspect.').max(50).optional(),
  /** null: the platform as a whole */
  capabilities: z.array(keyField.nullable()).min(1, 'Choose what is rated.').max(200).default([null]),
  assessors: z
    .array(
      z.strictObject({
        person: idField,
        /** for whom they speak; null: not said */
        side: sideField.default(null),
      }),
    )
    .min(2, 'Ask two people or more: a single one has nobody to agree with.')
    .max(50),
});

/** Asks several people to rate the platform, each alone. What is rated, and by which steps, stays as it is now. */
export async function openRound(ctx: Context, input: z.output<typeof openRoundInput>) {
  const platform = await findPlatform(ctx, input.platform);
  requireRole(ctx, platform.id, 'editor', SCOPE);
  const open = (await listRatingRounds(ctx.db, platform.id)).filter(({ state }) => state === 'open');
  if (open.length >= MOST_OPEN) {
    throw new AppError('CONFLICT', `${MOST_OPEN} rounds are open already. Reveal or discard one of them first.`);
  }
  const scale = await scaleFor(ctx, platform, input);
  await requireAssessors(ctx, platform, input.assessors);
  const id = randomUUID();
  const openedBy = await accountOf(ctx);
  const openedAt = ctx.now().toISOString();
  const nothing = { revealedBy: null, revealedAt: null, agreement: null };
  const asked = input.assessors.map(({ person, side }) => ({ roundId: id, userId: person, side }));
  const sealed = sealSheets(
    ctx.secret,
    asked.map((one) => ({ ...one, sheet: EMPTY_SHEET })),
  );
  await ctx.db.transaction().execute(async (trx) => {
    await insertRatingRound(
      trx,
      {
        ...{ id, platformId: platform.id, title: input.title, scale: JSON.stringify(scale) },
        ...{ state: 'open', openedBy, openedAt, ...nothing },
      },
      asked.map((one, i) => ({ ...one, sealed: sealed[i]?.sealed ?? null, handedIn: 0 })),
    );
    await recordAudit(trx, ctx, {
      action: 'rating-round.open',
      platformId: platform.id,
      subject: id,
      detail: {
        title: input.title,
        rated: scale.aspects.length * scale.places.length,
        assessors: input.assessors.length,
      },
    });
  });
  return { id };
}

type Wanted = Pick<z.output<typeof openRoundInput>, 'aspects' | 'capabilities' | 'assessors'>;

/** Aspects whose levels are described: only of those can a level be told at a glance. */
export const ratedAspects = (platform: Platform) =>
  rubricOf(platform).pack.pack.aspects.filter(({ cells }) => Object.keys(cells).length > 0);

const NOT_BY_LEVEL = 'This rubric asks question by question; it describes no levels that people could rate.';

async function scaleFor(ctx: Context, platform: Platform, wanted: Wanted): Promise<Scale> {
  const { levels } = rubricOf(platform).pack.pack;
  const aspects = ratedAspects(platform);
  if (aspects.length === 0) throw new AppError('CONFLICT', NOT_BY_LEVEL);
  refuseDoubles(wanted.aspects ?? []);
  refuseDoubles(wanted.capabilities.map((key) => key ?? 'the platform as a whole'));
  const unknown = wanted.aspects?.find((key) => !aspects.some((aspect) => aspect.key === key));
  if (unknown !== undefined) throw new AppError('BAD_REQUEST', `There is no aspect "${unknown}" in this rubric.`);
  const places = await placesOf(ctx, platform, wanted.capabilities);
  const chosen = aspects.filter(({ key }) => wanted.aspects?.includes(key) ?? true);
  if (chosen.length * places.length > LARGEST) {
    throw new AppError('BAD_REQUEST', `That is more than ${LARGEST} ratings of each person. Choose fewer.`);
  }
  const all = chosen.length * places.length * wanted.assessors.length;
  if (all > MOST_RATINGS) {
    throw new AppError('BAD_REQUEST', `That is ${all} ratings, and a round has at most ${MOST_RATINGS}. Choose fewer.`);
  }
  return {
    levels: levels.map(({ level, name }) => ({ level, name })),
    aspects: chosen.map(({ key, name, question, cells }) => ({
      ...{ key, name, question },
      steps: levels.flatMap(({ level }) => {
        const cell = cells[String(level)];
        return cell === undefined ? [] : [{ level, name: cell.name, summary: cell.summary }];
      }),
    })),
    places,
  };
}

async function placesOf(ctx: Context, platform: Platform, wanted: Wanted['capabilities']): Promise<Scale['places']> {
  const rows = await listCapabilities(ctx.db, platform.id);
  return wanted.map((key) => {
    if (key === null) return { capability: null, name: null };
    const row = rows.find((one) => one.key === key && one.state !== 'archived');
    if (row === undefined) throw new AppError('BAD_REQUEST', `This platform has no capability "${key}".`);
    return { capability: key, name: row.name };
  });
}

/** People with a role on the platform who can sign in, each once. */
async function requireAssessors(ctx: Context, platform: Platform, assessors: readonly { person: string }[]) {
  refuseDoubles(assessors.map(({ person }) => person));
  const { people } = await listOwners(ctx.db, platform.id);
  for (const { person } of assessors) {
    if (!people.some(({ id }) => id === person)) {
      throw new AppError('BAD_REQUEST', `Nobody of the id "${person}" works on this platform.`);
    }
  }
}

function refuseDoubles(keys: readonly string[]): void {
  const double = keys.find((key, index) => keys.indexOf(key) !== index);
  if (double !== undefined) throw new AppError('BAD_REQUEST', `"${double}" stands twice.`);
}
