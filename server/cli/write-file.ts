import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { AppError } from '../errors.ts';

/**
 * Writes a whole file or none: beside its place first, then moved there. Where the disk is full the half that was written is
 * removed, and what stood there before still does.
 */
export function writeFile(path: string, content: Uint8Array): void {
  const half = `${path}.${process.pid}.part`;
  try {
    const file = openSync(half, 'wx');
    try {
      writeFileSync(file, content);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(half, path);
  } catch (error) {
    rmSync(half, { force: true });
    const reason = error instanceof Error ? error.message : String(error);
    throw new AppError('UNAVAILABLE', `${path} could not be written (${reason}). Nothing of it was left behind.`);
  }
}
