import { getText } from '../../../../../_messages/get-text.ts';
import type { Metric } from './metric.ts';

/** What a metric is, as the catalogue says it. */
export async function MetricFacts({ definition }: { definition: Metric['definition'] }) {
  const t = await getText();
  const { key, number, description, dimension, kind, scope, labels } = definition;
  const facts = [
    [t('evidence.detail.unit'), t(`evidence.detail.units.${dimension}`)],
    [t('evidence.detail.kind'), t(`evidence.detail.kinds.${kind}`)],
    [t('evidence.detail.scope'), t(`evidence.detail.scopes.${scope}`)],
    [t('evidence.detail.labels'), labels === undefined ? t('evidence.detail.noLabels') : labels.join(', ')],
  ] as const;
  return (
    <section className="mb-8 max-w-3xl">
      <p>{description}</p>
      <p className="figures mt-1 text-xs text-muted">
        {number} · {key}
      </p>
      <dl className="mt-4 grid grid-cols-2 gap-x-6 gap-y-3 sm:grid-cols-4">
        {facts.map(([term, fact]) => (
          <div key={term}>
            <dt className="text-xs text-muted">{term}</dt>
            <dd>{fact}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
