import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { prometheusQuerySchema } from './prometheus-settings.ts';

/** A ready query: a believable start that its user adapts to the labels of their own installation. */
const recipeSchema = prometheusQuerySchema.omit({ capabilityLabel: true }).extend({
  /** kebab-case, unique */
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  kind: z.literal('prometheus'),
  /** which software's metrics it reads */
  exporter: z.string(),
  /** where that software says what it exposes */
  docs: z.url({ protocol: /^https$/ }),
  /** what it counts, and how far that is from the metric's definition */
  about: z.string().min(20),
});
export type Recipe = z.output<typeof recipeSchema>;

const FOLDER = join(process.cwd(), 'server', 'sources', 'recipes');
let loaded: readonly Recipe[] | null = null;

/** The recipes that come with the product: one file a capability, read once. */
export function loadRecipes(): readonly Recipe[] {
  loaded ??= readdirSync(FOLDER)
    .filter((name) => name.endsWith('.yaml'))
    .toSorted()
    .flatMap((name) => z.array(recipeSchema).parse(parse(readFileSync(join(FOLDER, name), 'utf8'))));
  return loaded;
}
