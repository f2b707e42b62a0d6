import type { Recipe, SourceField } from './sources-data.ts';

export const STEPS = ['5m', '15m', '1h', '6h', '1d'] as const;
type Step = (typeof STEPS)[number];
/** What a query is about: the platform, one capability by its key, or what a label names. */
export const WHOLE_PLATFORM = '';
export const BY_LABEL = '*';

/** A query as the form holds it. */
export type QueryDraft = {
  /** tells rows of the form apart */
  id: number;
  name: string;
  query: string;
  metric: string;
  about: string;
  capabilityLabel: string;
  teamLabel: string;
  labels: string;
  step: Step;
};
/** A source as the form holds it: every setting as text. */
export type SourceDraft = {
  name: string;
  interval: string;
  settings: Record<string, string>;
  queries: QueryDraft[];
  allowed: string;
};

export const emptyQuery = (id: number): QueryDraft => ({
  ...{ id, name: '', query: '', metric: '', about: WHOLE_PLATFORM, capabilityLabel: '', teamLabel: '', labels: '' },
  step: '1d',
});

export const queryOfRecipe = (id: number, recipe: Recipe): QueryDraft => ({
  ...{ id, name: recipe.name, query: recipe.query, metric: recipe.metric, step: recipe.step },
  about: recipe.capability ?? WHOLE_PLATFORM,
  capabilityLabel: '',
  teamLabel: recipe.teamLabel ?? '',
  labels: recipe.labels.join(', '),
});

export const emptyDraft = (fields: readonly SourceField[]): SourceDraft => ({
  name: '',
  interval: '60',
  settings: Object.fromEntries(fields.map(({ name, initial }) => [name, String(initial ?? '')])),
  queries: [],
  allowed: '',
});

/** Whether a field is asked for, given what stands in the others. */
export const isAsked = ({ when }: SourceField, settings: Record<string, string>): boolean =>
  when === null || settings[when.field] === when.is;

const words = (text: string) => text.split(/[\s,]+/).filter(Boolean);

/** The settings as the API takes them: what is not asked for or empty is left out. */
export function settingsOf(draft: SourceDraft, fields: readonly SourceField[]): Record<string, unknown> {
  const given = fields.flatMap((field): [string, unknown][] => {
    const text = draft.settings[field.name] ?? '';
    if (field.kind === 'queries') return [[field.name, draft.queries.map(queryOf)]];
    if (!isAsked(field, draft.settings) || text.trim() === '') return [];
    return [[field.name, field.kind === 'number' ? Number(text) : text]];
  });
  return Object.fromEntries(given);
}

function queryOf({ about, capabilityLabel, teamLabel, labels, ...query }: QueryDraft) {
  const { id: _, ...rest } = query;
  return {
    ...rest,
    capability: about === WHOLE_PLATFORM || about === BY_LABEL ? null : about,
    capabilityLabel: about === BY_LABEL ? capabilityLabel.trim() : null,
    teamLabel: teamLabel.trim() === '' ? null : teamLabel.trim(),
    labels: words(labels),
  };
}

export const allowedOf = ({ allowed }: SourceDraft): string[] => words(allowed);
