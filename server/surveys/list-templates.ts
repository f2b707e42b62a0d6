import type { Context } from '../context.ts';
import { requireAnywhere } from '../people/permissions.ts';
import { surveyTemplates } from './templates/registry.ts';

/** The surveys that can be run, with what they ask. */
export function listTemplates(ctx: Context) {
  requireAnywhere(ctx, 'viewer', 'read');
  return Object.values(surveyTemplates).map(({ key, name, about, purpose, mostCapabilities, questions }) => ({
    key,
    name,
    about,
    purpose,
    mostCapabilities,
    questions: questions.map(({ key, kind, per, text }) => ({ key, kind, per, text })),
  }));
}
