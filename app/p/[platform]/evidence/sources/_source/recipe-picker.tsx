'use client';

import { useState } from 'react';
import { useText } from '../../../../../_messages/use-text.tsx';
import { Badge } from '../../../../../_ui/badge.tsx';
import { Button } from '../../../../../_ui/button.tsx';
import { Dialog } from '../../../../../_ui/dialog.tsx';
import { TextField } from '../../../settings/text-field.tsx';
import type { Recipe, SourceForm } from './sources-data.ts';

type Props = {
  recipes: Recipe[];
  capabilities: SourceForm['capabilities'];
  /** queries that stand in the form already */
  used: ReadonlySet<string>;
  onUse: (recipe: Recipe) => void;
};

/** Ready queries, by capability, to be added and then adapted. */
export function RecipePicker({ recipes, capabilities, used, onUse }: Props) {
  const t = useText();
  const [words, setWords] = useState('');
  const nameOf = (key: string | null) => capabilities.find((one) => one.key === key)?.name ?? '';
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean);
  const shown = recipes.filter(({ name, exporter, about, metric, capability }) => {
    const text = [name, exporter, about, metric, nameOf(capability)].join(' ').toLowerCase();
    return wanted.every((word) => text.includes(word));
  });
  return (
    <Dialog
      title={t('sources.recipes.title')}
      description={t('sources.recipes.about')}
      trigger={<Button>{t('sources.form.addRecipe')}</Button>}
    >
      <TextField label={t('sources.recipes.search')} type="search" value={words} onChange={setWords} />
      {shown.length === 0 ? <p className="mt-4 text-muted">{t('sources.recipes.none')}</p> : null}
      <ul className="mt-2">
        {shown.map((recipe) => (
          <li key={recipe.id} className="flex items-start justify-between gap-4 border-b border-hairline py-3">
            <div className="min-w-0">
              <p className="font-medium">
                {recipe.name} <span className="font-normal text-muted">· {nameOf(recipe.capability)}</span>
              </p>
              <p className="mt-0.5 text-xs text-muted">
                {recipe.about} {t('sources.recipes.reads', { exporter: recipe.exporter })}{' '}
                <a className="link" href={recipe.docs} target="_blank" rel="noreferrer">
                  {t('sources.recipes.docs')}
                </a>
              </p>
            </div>
            {used.has(recipe.query.trim()) ? (
              <Badge tone="accent">{t('sources.recipes.used')}</Badge>
            ) : (
              <Button aria-label={t('sources.recipes.useOf', { name: recipe.name })} onClick={() => onUse(recipe)}>
                {t('sources.recipes.use')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
