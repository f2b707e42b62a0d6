import type { Context } from '../../context.ts';
import type { Output } from '../command.ts';

export type ImportCall = {
  /** the word on the command line after the kind: a file, a link */
  given: string;
  /** key of the platform */
  platform: string;
  /** says what would happen and writes nothing */
  dryRun: boolean;
};

/** One thing that `plumbline import` takes in: one file here, one line in registry.ts. */
export type ImportKind = {
  /** kebab-case, as it is written after `import` */
  key: string;
  /** what is given, in capitals: FILE, LINK */
  takes: string;
  /** for the help: what it is, and what becomes of it */
  about: string;
  /** Prints what was read and taken. 1: something could not be taken, though the rest was. */
  run: (ctx: Context, call: ImportCall, output: Output) => Promise<0 | 1>;
};
