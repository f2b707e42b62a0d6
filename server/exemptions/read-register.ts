import { z } from 'zod';
import { listCapabilities } from '#db/queries/catalogue.ts';
import { listExemptions } from '#db/queries/exemptions.ts';
import { judgeOf } from '../capabilities/read-claims.ts';
import { keyField } from '../catalogue/fields.ts';
import { findPlatform } from '../catalogue/find-platform.ts';
import type { Context } from '../context.ts';
import { AppError } from '../errors.ts';
import { readScorecard } from '../overview/read-scorecard.ts';
import { requireOwnership, requireRole } from '../people/permissions.ts';
import { rubricOf } from '../rubrics/rubric-of.ts';
import { leaveOutTwins } from './leave-out-twins.ts';
import { listRestingCells, shareByLevel } from './rest-on-exemptions.ts';
import { weighExemptions } from './weigh-exemptions.ts';

export const readRegisterInput = z.strictObject({ platform: keyField });

type Row = Awaited<ReturnType<typeof listExemptions>>[number];
/** lapsed: its time ran out before anybody decided */
export type RegisterState = 'awaiting' | 'in_force' | 'over' | 'lapsed' | 'declined' | 'withdrawn';

function stateOf({ decision, expiresAt }: Row, now: string): RegisterState {
  const isOver = expiresAt !== null && expiresAt <= now;
  if (decision === 'approved') return isOver ? 'over' : 'in_force';
  return decision === 'awaiting' && isOver ? 'lapsed' : decision;
}

const isStanding = (state: RegisterState) => state === 'awaiting' || state === 'in_force';

/** What waits for a decision, then what is in force, the soonest end first; then what is past, the newest first. */
function compare(a: { row: Row; state: RegisterState }, b: { row: Row; state: RegisterState }): number {
  const group = ({ state }: { state: RegisterState }) => (state === 'awaiting' ? 0 : state === 'in_force' ? 1 : 2);
  if (group(a) !== group(b)) return group(a) - group(b);
  if (group(a) === 2) return a.row.requestedAt < b.row.requestedAt ? 1 : -1;
  return (a.row.expiresAt ?? '9') < (b.row.expiresAt ?? '9') ? -1 : 1;
}

/** Every exemption and "not applicable" of a platform, past ones too, with how much of the scorecard rests on it. */
export async function readRegister(ctx: Context, input: z.infer<typeof readRegisterInput>) {
  const platform = await findPlatform(ctx, input.platform);
  requireRole(ctx, platform.id, 'viewer', 'read');
  const rubric = rubricOf(platform);
  const [all, capabilities, { scorecard }] = await Promise.all([
    listExemptions(ctx.db, { platformId: platform.id }),
    listCapabilities(ctx.db, platform.id),
    readScorecard(ctx.db, platform.id),
  ]);
  const now = ctx.now().toISOString();
  const weights = new Map(capabilities.map(({ key, weight }) => [key, weight]));
  const weighed = scorecard && weighExemptions(scorecard, weights, rubric);
  const byKey = new Map(capabilities.map((one) => [one.key, one]));
  const titles = new Map(rubric.pack.criteria.map(({ id, title }) => [id, title]));
  const rows = leaveOutTwins(all, new Set(titles.keys()));
  const awaiting = rows.filter((row) => stateOf(row, now) === 'awaiting').map(({ requestedBy }) => requestedBy);
  const mayJudge = await judgeOf(ctx, platform.id, awaiting);
  const items = rows.map((row) => ({ row, state: stateOf(row, now) })).toSorted(compare);
  const standing = items.flatMap(({ row, state }) => (state === 'in_force' && row.kind === 'exemption' ? [row] : []));
  const cells = scorecard?.cells ?? [];
  const { levels, aspects } = rubric.pack.pack;
  return {
    platform: { key: platform.key, name: platform.name, timeZone: platform.timeZone },
    now,
    mayAsk: isAllowed(() => requireRole(ctx, platform.id, 'owner', 'attestations:write')),
    percent: weighed?.all ?? null,
    aspects: aspects.map(({ key, name }) => ({ key, name })),
    levels: shareByLevel(cells, [...(rubric.floor === 0 ? [0] : []), ...levels.map(({ level }) => level)]),
    /** cells that would fall without their exemptions, the soonest first */
    resting: listRestingCells(cells, standing, rubric).map((cell) => ({
      ...cell,
      capabilityName: byKey.get(cell.capability)?.name ?? cell.capability,
    })),
    items: items.map(({ row, state }) => {
      const owned = row.capability === null ? undefined : byKey.get(row.capability);
      return {
        ...describe(row),
        state,
        title: titles.get(row.criterion) ?? null,
        capabilityName: row.capability === null ? null : (owned?.name ?? row.capability),
        weight: weighed !== null && state === 'in_force' ? weighed.of(row) : null,
        mayDecide: state === 'awaiting' && mayJudge(row.requestedBy),
        mayWithdraw: isStanding(state) && isAllowed(() => requireOwner(ctx, platform.id, owned?.ownerTeamId ?? null)),
      };
    }),
  };
}

const requireOwner = (ctx: Context, platformId: string, teamId: string | null) =>
  requireOwnership(ctx, platformId, teamId, 'attestations:write');

function isAllowed(require: () => void): boolean {
  try {
    require();
    return true;
  } catch (error) {
    if (error instanceof AppError) return false;
    throw error;
  }
}

function describe(row: Row) {
  const { id, kind, criterion, capability, reason, requestedAt, decidedAt, decisionNote, expiresAt } = row;
  return {
    ...{ id, kind, criterion, capability, reason, requestedAt, decidedAt, decisionNote, expiresAt },
    requestedBy: row.requesterName ?? row.requestedBy,
    decidedBy: row.decidedBy === null ? null : (row.deciderName ?? row.decidedBy),
    selfApproved: row.selfApproved === 1,
  };
}
