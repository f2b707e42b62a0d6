import { describe, expect, test } from 'vitest';
import type { Actor, Grant } from '#server/context.ts';
import {
  requireAdmin,
  requireAnywhere,
  requireEverywhere,
  requireOwnership,
  requirePerson,
  requireRole,
  roleOn,
} from '#server/people/permissions.ts';
import { person, token } from '#tests/support/test-context.ts';

/** Permissions look at the actor only. */
const ctx = (actor: Actor) => ({ actor });

describe('a role', () => {
  test('is the highest of those held on the platform or on all', () => {
    const grants: Grant[] = [
      { platformId: 'p1', role: 'viewer', teamId: null },
      { platformId: null, role: 'owner', teamId: 't' },
      { platformId: 'p2', role: 'editor', teamId: null },
    ];
    const actor: Actor = { kind: 'person', id: 'x', name: 'X', grants };
    expect(roleOn(actor, 'p1')).toBe('owner');
    expect(roleOn(actor, 'p2')).toBe('editor');
  });

  test('elsewhere hides that the platform exists', () => {
    const actor = person('admin', { platformId: 'p1' });
    expect(() => requireRole(ctx(actor), 'p2', 'viewer', 'read')).toThrow('There is no such platform.');
  });

  test('too low is refused', () => {
    expect(() => requireRole(ctx(person('viewer')), 'p1', 'editor', 'read')).toThrow('needs the role "editor"');
  });

  test('of one platform does not administer the deployment', () => {
    expect(() => requireAdmin(ctx(person('admin', { platformId: 'p1' })), 'admin')).toThrow('needs an administrator');
  });

  test('for all platforms is one role that holds for all, however many are held one by one', () => {
    const everywhere = (grants: Grant[]) => () =>
      requireEverywhere(ctx({ kind: 'person', id: 'x', name: 'X', grants }), 'editor', 'rubrics:write', 'Ask Ada.');
    expect(everywhere([{ platformId: null, role: 'editor', teamId: null }])).not.toThrow();
    expect(everywhere([{ platformId: null, role: 'admin', teamId: null }])).not.toThrow();
    expect(everywhere([{ platformId: null, role: 'owner', teamId: 't' }])).toThrow('Ask Ada.');
    expect(
      everywhere([
        { platformId: 'p1', role: 'admin', teamId: null },
        { platformId: 'p2', role: 'admin', teamId: null },
        { platformId: null, role: 'viewer', teamId: null },
      ]),
    ).toThrow('Ask Ada.');
  });
});

describe('an owner', () => {
  const owner = ctx(person('owner', { platformId: 'p1', teamId: 'devex' }));
  const speak = (team: string | null) => () => requireOwnership(owner, 'p1', team, 'attestations:write');

  test('speaks for the capabilities of their team', () => {
    expect(speak('devex')).not.toThrow();
  });

  test('speaks neither for another team nor for the whole platform', () => {
    expect(speak('checkout')).toThrow('belongs to another team');
    expect(speak(null)).toThrow('belongs to another team');
  });

  test('needs no team once they are an editor', () => {
    expect(() => requireOwnership(ctx(person('editor')), 'p1', null, 'attestations:write')).not.toThrow();
  });
});

describe('a token', () => {
  test('needs the scope, on its own platform', () => {
    expect(() => requireRole(ctx(token(['read'], 'p1')), 'p1', 'viewer', 'read')).not.toThrow();
    expect(() => requireRole(ctx(token(['read'], 'p1')), 'p1', 'editor', 'catalogue:write')).toThrow('lacks the scope');
    expect(() => requireRole(ctx(token(['read'], 'p1')), 'p2', 'viewer', 'read')).toThrow('no such platform');
  });

  test('of a person can do no more than that person may do today', () => {
    const demoted: Actor = {
      kind: 'token',
      id: 't',
      name: 'T',
      scopes: ['catalogue:write', 'admin'],
      platformId: null,
      grants: [{ platformId: 'p1', role: 'viewer', teamId: null }],
    };
    expect(() => requireRole(ctx(demoted), 'p1', 'editor', 'catalogue:write')).toThrow('needs the role "editor"');
    expect(() => requireAnywhere(ctx(demoted), 'editor', 'catalogue:write')).toThrow('needs the role "editor"');
    expect(() => requireAdmin(ctx(demoted), 'admin')).toThrow('needs an administrator');
  });

  test('of one platform lives by what its maker may do there, not elsewhere', () => {
    const grants: Grant[] = [
      { platformId: 'p1', role: 'viewer', teamId: null },
      { platformId: 'p2', role: 'editor', teamId: null },
    ];
    const scopes = ['catalogue:write'];
    const of = (platformId: string | null) => ctx({ kind: 'token', id: 't', name: 'T', scopes, platformId, grants });
    expect(() => requireAnywhere(of('p1'), 'editor', 'catalogue:write')).toThrow('editor');
    expect(() => requireAnywhere(of('p2'), 'editor', 'catalogue:write')).not.toThrow();
    expect(() => requireAnywhere(of(null), 'editor', 'catalogue:write')).not.toThrow();
  });

  test('of one platform does not administer the deployment', () => {
    expect(() => requireAdmin(ctx(token(['admin'], 'p1')), 'admin')).toThrow('for every platform');
  });

  test('is nobody with an account', () => {
    expect(() => requirePerson(ctx(token(['admin'])))).toThrow('for a person');
  });
});

test('whoever is not signed in is asked to sign in, everywhere', () => {
  const nobody = ctx({ kind: 'anonymous' });
  expect(() => requireRole(nobody, 'p1', 'viewer', 'read')).toThrow('Sign in first.');
  expect(() => requireOwnership(nobody, 'p1', 't', 'read')).toThrow('Sign in first.');
  expect(() => requireAdmin(nobody, 'admin')).toThrow('Sign in first.');
  expect(() => requireAnywhere(nobody, 'viewer', 'read')).toThrow('Sign in first.');
  expect(() => requirePerson(nobody)).toThrow('Sign in first.');
});
