/** What is wrong with how a command was called: exit code 2, with a word on how to call it. */
export class UsageError extends Error {
  override name = 'UsageError';
}

/** A file or a name that a command was given and cannot use: exit code 2. The message names the file and the line. */
export class InputError extends Error {
  override name = 'InputError';
}

export type Option = {
  /** what to write after it, such as `FILE`; null: it stands alone */
  value: string | null;
  about: string;
  required?: boolean;
};

/** What a command was given, after it was checked against the command's options. */
export type Given = {
  /** a required option */
  text: (option: string) => string;
  maybe: (option: string) => string | undefined;
  flag: (option: string) => boolean;
  /** the words that are no options */
  words: string[];
};

/** Text, or the bytes of a file, to standard output; words for the person to the other one. */
export type Output = { out: (content: string | Uint8Array) => void; err: (text: string) => void };

/** One command: one file, one line in commands/registry.ts. */
export type Command = {
  /** one or two words */
  name: string;
  summary: string;
  /** names of the words that stand without an option, in order; those in brackets may be left out */
  words: string[];
  /** what a word may be and what it means, for the command's own help */
  meanings?: { word: string; about: string }[];
  options: Record<string, Option>;
  /** 0: done, 1: the answer is no. Throws a UsageError or an InputError for 2. */
  run: (given: Given, output: Output) => Promise<0 | 1>;
};
