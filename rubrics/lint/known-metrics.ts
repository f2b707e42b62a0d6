import { type Check, isWhole, leavesIn, nearest } from './check.ts';

/** Criteria test and are guarded by metrics (or questions) that the pack defines. */
export const knownMetrics: Check = {
  key: 'known-metrics',
  find: (source) => {
    if (!isWhole(source, /^(metrics|questions)\.yaml$/)) return [];
    const metrics = source.metrics.map((metric) => metric.value.key);
    const guards = [...metrics, ...source.questions.map((question) => question.value.key)];
    const tested = leavesIn(source).flatMap((found) => {
      if (found.kind !== 'metric') return [];
      const { metric, denominator } = found.leaf;
      const names = [{ field: 'metric', name: metric }];
      if (denominator !== undefined) names.push({ field: 'denominator', name: denominator });
      return names
        .filter(({ name }) => !metrics.includes(name))
        .map(({ field, name }) => ({
          file: found.file,
          path: [...found.path, field],
          message: `the metric "${name}" is not in metrics.yaml`,
          instead: nearest(name, metrics),
        }));
    });
    const guarding = source.criteria.flatMap(({ file, path, value: { guard } }) =>
      guard === undefined || guards.includes(guard)
        ? []
        : [
            {
              file,
              path: [...path, 'guard'],
              message: `the guard "${guard}" is neither a metric nor a question`,
              instead: nearest(guard, guards),
            },
          ],
    );
    return [...tested, ...guarding];
  },
};
