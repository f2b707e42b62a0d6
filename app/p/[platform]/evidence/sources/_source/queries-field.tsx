'use client';

import { useText } from '../../../../../_messages/use-text.tsx';
import { Button } from '../../../../../_ui/button.tsx';
import { emptyQuery, type QueryDraft, queryOfRecipe } from './draft.ts';
import { QueryFields } from './query-fields.tsx';
import { RecipePicker } from './recipe-picker.tsx';
import type { SourceForm } from './sources-data.ts';

type Props = { form: SourceForm; queries: QueryDraft[]; onChange: (queries: QueryDraft[]) => void };

/** The queries of a source, each with what its values mean; ready ones can be chosen. */
export function QueriesField({ form, queries, onChange }: Props) {
  const t = useText();
  const next = queries.reduce((most, { id }) => Math.max(most, id), -1) + 1;
  return (
    <section className="flex flex-col gap-4">
      <div>
        <h2 className="font-semibold">{t('sources.form.queries')}</h2>
        <p className="mt-0.5 text-muted">{t('sources.form.queriesAbout')}</p>
      </div>
      {queries.map((query, index) => (
        <fieldset key={query.id} className="min-w-0 rounded-md border border-hairline p-4">
          <legend className="px-1 text-xs font-medium text-muted">{t('sources.form.query', { n: index + 1 })}</legend>
          <QueryFields
            form={form}
            value={query}
            onChange={(changed) => onChange(queries.map((other) => (other.id === query.id ? changed : other)))}
          />
          <Button
            variant="quiet"
            className="mt-3 -ml-3"
            aria-label={t('sources.form.removeQueryOf', { n: index + 1 })}
            onClick={() => onChange(queries.filter(({ id }) => id !== query.id))}
          >
            {t('sources.form.removeQuery')}
          </Button>
        </fieldset>
      ))}
      <div className="flex flex-wrap gap-2">
        <RecipePicker
          recipes={form.recipes}
          capabilities={form.capabilities}
          used={new Set(queries.map(({ query }) => query.trim()))}
          onUse={(recipe) => onChange([...queries, queryOfRecipe(next, recipe)])}
        />
        <Button onClick={() => onChange([...queries, emptyQuery(next)])}>{t('sources.form.addQuery')}</Button>
      </div>
    </section>
  );
}
