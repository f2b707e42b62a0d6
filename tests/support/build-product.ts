import { execFileSync } from 'node:child_process';

/** Before the journeys: builds the pages once, unless what stands was built from the same sources. */
export function setup(): void {
  execFileSync(process.execPath, ['server/bootstrap.mjs', 'build'], { stdio: ['ignore', 'inherit', 'inherit'] });
}
