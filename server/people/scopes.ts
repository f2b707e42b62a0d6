import type { Role } from '../context.ts';

/** What an API token may do, and the least role that a person needs to hand it out. */
export const SCOPES = {
  read: 'viewer',
  'metrics:write': 'editor',
  'attestations:write': 'owner',
  'reviews:write': 'editor',
  'catalogue:write': 'editor',
  'surveys:write': 'editor',
  'sources:write': 'editor',
  'assessments:write': 'editor',
  'backlog:write': 'owner',
  'rubrics:write': 'editor',
  admin: 'admin',
} as const satisfies Record<string, Role>;

export type Scope = keyof typeof SCOPES;

export const isScope = (text: string): text is Scope => Object.hasOwn(SCOPES, text);
export const SCOPE_NAMES = Object.keys(SCOPES).filter(isScope);
