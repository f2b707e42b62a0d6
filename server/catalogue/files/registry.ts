import { capabilities } from './capabilities.ts';
import type { CatalogueFile } from './catalogue-file.ts';
import { targets } from './targets.ts';
import { teams } from './teams.ts';

/** The parts of the catalogue that can be taken out and put in as CSV. */
export const CATALOGUE_FILES = [teams, capabilities, targets] as const satisfies readonly CatalogueFile[];
