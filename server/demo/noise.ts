import { createHash } from 'node:crypto';

/** A number 0…1 that looks random and is the same whenever it is asked for by the same name: the demo is the same each time. */
export function noise(...name: (string | number)[]): number {
  return createHash('sha256').update(name.join('\n')).digest().readUInt32BE() / 0x1_0000_0000;
}

/** Between two numbers, by name. */
export const between = (low: number, high: number, ...name: (string | number)[]) => low + (high - low) * noise(...name);
