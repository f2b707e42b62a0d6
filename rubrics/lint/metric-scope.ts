import { type Check, conditionsIn, leavesIn } from './check.ts';
import { definitionsOf } from './leaf-unit.ts';

/** A criterion of the platform reads evidence of the platform: a metric or question asked per capability never reaches it. */
export const metricScope: Check = {
  key: 'metric-scope',
  find: (source) => {
    const { metrics, questions } = definitionsOf(source);
    const unread = leavesIn(source).flatMap((found) => {
      if (found.criterion.scope !== 'platform' || found.kind === 'attestation') return [];
      const key = found.kind === 'metric' ? found.leaf.metric : found.leaf.survey;
      const scope = found.kind === 'metric' ? metrics.get(key)?.scope : questions.get(key)?.scope;
      if (scope !== 'capability') return [];
      return [
        {
          file: found.file,
          path: [...found.path, found.kind],
          message: `"${key}" comes per capability, but this criterion is tested once for the platform`,
          instead: 'write "scope: capability", or test a metric or question of the platform',
        },
      ];
    });
    const platform = new Set(
      source.criteria.filter(({ value }) => value.scope === 'platform').map(({ file, path }) => `${file}#${path[0]}`),
    );
    const conditional = conditionsIn(source)
      .filter(({ file, path }) => path.includes('test') && platform.has(`${file}#${path[0]}`))
      .map(({ file, path }) => ({
        file,
        path,
        message: 'a criterion of the platform is tested once, so no part of it can depend on a capability',
        instead: 'move "applies_to" to the criterion itself, where it decides which cells get a copy',
      }));
    return [...unread, ...conditional];
  },
};
