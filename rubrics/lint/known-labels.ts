import { type Check, leavesIn } from './check.ts';

/** `where` and `label` name labels that the metric keeps apart; any other label is combined and cannot be told. */
export const knownLabels: Check = {
  key: 'known-labels',
  find: (source) => {
    const metrics = new Map(source.metrics.map(({ value }) => [value.key, value]));
    return leavesIn(source).flatMap((found) => {
      if (found.kind !== 'metric') return [];
      const { metric, where = {}, label } = found.leaf;
      const definition = metrics.get(metric);
      if (!definition) return [];
      const kept = definition.labels ?? [];
      const named = Object.keys(where).map((name) => ({ name, path: [...found.path, 'where', name] }));
      if (label !== undefined) named.push({ name: label, path: [...found.path, 'label'] });
      return named
        .filter(({ name }) => !kept.includes(name))
        .map(({ name, path }) => ({
          file: found.file,
          path,
          message: `"${metric}" does not keep the label "${name}" apart`,
          instead: `add "${name}" to its labels in metrics.yaml, or use one of ${kept.join(', ') || 'none'}`,
        }));
    });
  },
};
