import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { loadRubric, packsFolder } from '#rubrics/load-packs.ts';
import type { Rubric } from '#rubrics/rubric.ts';
import { AppError } from '../errors.ts';

// on globalThis because main.ts and every bundle that Next makes hold a copy of this module, and all must know the same rubrics
declare global {
  var plumblineRubrics: { installed: Rubric[] | null; kept: Map<string, Rubric> } | undefined;
}

function known() {
  globalThis.plumblineRubrics ??= { installed: null, kept: new Map() };
  return globalThis.plumblineRubrics;
}

/** The rubrics whose packs come with this version of Plumbline, read once. */
export function installedRubrics(): Rubric[] {
  const rubrics = known();
  rubrics.installed ??= readdirSync(packsFolder(), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => loadRubric(join(packsFolder(), entry.name)));
  return rubrics.installed;
}

/** Remembers a rubric that was published here, or that a platform uses though this version of Plumbline no longer ships it. */
export function keepRubric(rubric: Rubric): void {
  known().kept.set(`${rubric.id}@${rubric.version}`, rubric);
}

/** The rubrics that are remembered and do not come with this version of Plumbline. */
export const keptRubrics = (): Rubric[] => [...known().kept.values()];

/** A rubric that this process knows already. What was published here goes before what a later release ships under its name. */
export function knownRubric({ packId, packVersion }: { packId: string; packVersion: string }): Rubric | undefined {
  return (
    known().kept.get(`${packId}@${packVersion}`) ??
    installedRubrics().find(({ id, version }) => id === packId && version === packVersion)
  );
}

/** The rubric by which a platform is scored: exactly the version it has chosen, also after an upgrade of Plumbline. */
export function rubricOf(platform: { packId: string; packVersion: string }): Rubric {
  const rubric = knownRubric(platform);
  if (rubric === undefined) {
    throw new AppError('UNAVAILABLE', `The rubric ${platform.packId} ${platform.packVersion} is not installed here.`);
  }
  return rubric;
}
