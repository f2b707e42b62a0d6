import { parseQuantity, parseThreshold } from '../parse-threshold.ts';
import { type Check, leavesIn } from './check.ts';
import { definitionsOf, unitOf } from './leaf-unit.ts';

/** A threshold carries the unit of what it is compared with: `80%` for a share, `1h` for a duration. */
export const thresholdDimension: Check = {
  key: 'threshold-dimension',
  find: (source) => {
    const definitions = definitionsOf(source);
    return leavesIn(source).flatMap((found) => {
      const unit = unitOf(found, definitions);
      if (!unit || found.kind === 'attestation') return [];
      const of = found.kind === 'metric' ? `${found.leaf.statistic} of ${found.leaf.metric}` : found.leaf.survey;
      const read = [{ field: 'is', text: found.leaf.is, result: parseThreshold(found.leaf.is, unit.dimension) }];
      if (found.kind === 'survey' && found.leaf.floor !== undefined) {
        const text = found.leaf.floor;
        const result = parseQuantity(text, unit.dimension);
        read.push({ field: 'floor', text, result: result.ok ? parseThreshold(`>= ${text}`, unit.dimension) : result });
      }
      return read.flatMap(({ field, text, result }) =>
        result.ok
          ? []
          : [
              {
                file: found.file,
                path: [...found.path, field],
                message: `"${text}" cannot be compared with ${of}, a ${unit.dimension}`,
                instead: result.message,
              },
            ],
      );
    });
  },
};
