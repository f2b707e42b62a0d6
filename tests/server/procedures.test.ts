import { TRPCError } from '@trpc/server';
import { describe, expect, test } from 'vitest';
import { saveCapability } from '#server/catalogue/save-capability.ts';
import { saveTeam } from '#server/catalogue/save-team.ts';
import type { Actor } from '#server/context.ts';
import { appRouter } from '#server/router.ts';
import { createCallerFactory } from '#server/trpc.ts';
import { createTestPlatform } from '#tests/support/build-catalogue.ts';
import { insertTestPerson } from '#tests/support/build-people.ts';
import { onBothDatabases } from '#tests/support/databases.ts';
import { type Least, PROCEDURE_RULES } from '#tests/support/procedure-rules.ts';
import { testContext } from '#tests/support/test-context.ts';

const makeCaller = createCallerFactory(appRouter);
const RANK = {
  public: 0,
  account: 1,
  viewer: 2,
  owner: 3,
  editor: 4,
  admin: 5,
  deployment: 6,
} as const satisfies Record<Least, number>;
/** What a refusal for want of permission looks like; to strangers a platform does not exist. */
const REFUSALS = new Set(['UNAUTHORIZED', 'FORBIDDEN']);
const HIDDEN = 'There is no such platform.';

/** How a call ended: `ok`, or the code and sentence of its refusal. */
async function outcome(call: () => Promise<unknown>): Promise<{ code: string; message: string }> {
  try {
    await call();
    return { code: 'ok', message: '' };
  } catch (error) {
    if (error instanceof TRPCError) return { code: error.code, message: error.message };
    throw error;
  }
}

test('every procedure has its rule here', () => {
  expect(Object.keys(appRouter._def.procedures).sort()).toEqual(Object.keys(PROCEDURE_RULES).sort());
});

onBothDatabases('who may use which procedure', (makeDb) => {
  async function start(
    makeActor: (ids: { platformId: string; otherId: string; teamId: string }) => Promise<Actor> | Actor,
  ) {
    const db = await makeDb();
    const platformId = await createTestPlatform(db);
    const otherId = await createTestPlatform(db, 'other');
    const ctx = testContext(db);
    await saveTeam(ctx, { key: 'devex', name: 'DevEx', parent: null, contact: null, archived: false });
    await saveCapability(ctx, { platform: 'payments', key: 'observability', ownerTeam: 'devex' });
    const { id: teamId } = await db.selectFrom('team').select('id').executeTakeFirstOrThrow();
    await insertTestPerson(db, { name: 'Ada', grants: [{ role: 'admin', platformId: null, teamId: null }] });
    const made = await makeActor({ platformId, otherId, teamId });
    // actors stand in the database too: what they do refers to them
    const actor = made.kind === 'person' ? await insertTestPerson(db, { name: 'Vera', grants: made.grants }) : made;
    const caller = makeCaller(ctx.as(actor));
    return async (procedure: string) => {
      const input = PROCEDURE_RULES[procedure]?.[1];
      const target = procedure.split('.').reduce<unknown>((at, part) => Reflect.get(Object(at), part), caller);
      return outcome(async () => (typeof target === 'function' ? target(input) : expect.unreachable(procedure)));
    };
  }

  const actors: [string, Least, Parameters<typeof start>[0]][] = [
    ['whoever is not signed in', 'public', () => ({ kind: 'anonymous' })],
    ['a person without any role', 'account', () => ({ kind: 'person', id: '', name: '', grants: [] })],
    ['a viewer', 'viewer', ({ platformId }) => withRole('viewer', platformId)],
    ['an owner', 'owner', ({ platformId, teamId }) => withRole('owner', platformId, teamId)],
    ['an editor', 'editor', ({ platformId }) => withRole('editor', platformId)],
    ['an administrator of the platform', 'admin', ({ platformId }) => withRole('admin', platformId)],
    ['an administrator of the deployment', 'deployment', () => withRole('admin', null)],
  ];

  describe.each(actors)('%s', (_, rank, makeActor) => {
    test('may do what the role allows and nothing else', async () => {
      const call = await start(makeActor);
      const wrong: string[] = [];
      for (const [procedure, [least]] of Object.entries(PROCEDURE_RULES)) {
        const { code, message } = await call(procedure);
        const refused = REFUSALS.has(code) || message === HIDDEN;
        const allowed = RANK[rank] >= RANK[least];
        if (code === 'INTERNAL_SERVER_ERROR') wrong.push(`${procedure} broke: ${message}`);
        else if (refused === allowed) wrong.push(`${procedure} needs ${least} and answered ${code} ${message}`);
      }
      expect(wrong).toEqual([]);
    });
  });

  test('a role on another platform shows nothing of this one', async () => {
    const call = await start(({ otherId }) => withRole('admin', otherId));
    const shown: string[] = [];
    for (const [procedure, [, input]] of Object.entries(PROCEDURE_RULES)) {
      if (typeof input !== 'object' || input === null || !('platform' in input) || input.platform !== 'payments')
        continue;
      const { code, message } = await call(procedure);
      if (message !== HIDDEN) shown.push(`${procedure} answered ${code} ${message}`);
    }
    expect(shown).toEqual([]);
  });
});

function withRole(
  role: 'viewer' | 'owner' | 'editor' | 'admin',
  platformId: string | null,
  teamId: string | null = null,
): Actor {
  return { kind: 'person', id: '', name: '', grants: [{ role, platformId, teamId }] };
}
