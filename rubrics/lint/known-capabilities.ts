import { type Check, conditionsIn, nearest } from './check.ts';

/** Conditions name capabilities of the pack. */
export const knownCapabilities: Check = {
  key: 'known-capabilities',
  find: (source) => {
    if (!source.pack) return [];
    const keys = source.pack.value.capabilities.map((capability) => capability.key);
    return conditionsIn(source).flatMap(({ file, path, condition }) =>
      (condition.capabilities ?? []).flatMap((key, index) =>
        keys.includes(key)
          ? []
          : [
              {
                file,
                path: [...path, 'capabilities', index],
                message: `the capability "${key}" is not in pack.yaml`,
                instead: nearest(key, keys),
              },
            ],
      ),
    );
  },
};
