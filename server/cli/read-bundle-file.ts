import { bundleSchema } from '#rubrics/evidence/bundle.ts';
import { BundleError, type LoadedBundle, loadBundle } from '#rubrics/evidence/load-bundle.ts';
import { InputError } from './command.ts';
import { readJsonFile } from './read-json-file.ts';

/** Reads a file that holds an evidence bundle. */
export function readBundleFile(path: string): LoadedBundle {
  const bundle = readJsonFile(path, bundleSchema);
  try {
    return loadBundle(bundle);
  } catch (error) {
    if (error instanceof BundleError) throw new InputError(`${path}: ${error.message}`);
    throw error;
  }
}
