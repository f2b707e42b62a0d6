import { z } from 'zod';
import { AppError } from '../errors.ts';
import type { Task } from '../tasks/task.ts';
import { compileFiles } from './judge-draft.ts';
import { rubricText } from './read-frozen-rubric.ts';

const inputSchema = z.strictObject({ files: z.array(z.strictObject({ file: z.string(), text: z.string() })) });

/** The text under which the rubric of these files is kept and hashed. */
export const compileDraftTask: Task<z.infer<typeof inputSchema>, { sha256: string; content: string }> = {
  key: 'compile-draft',
  long: true,
  input: inputSchema,
  async run(_ctx, { files }) {
    const { rubric } = compileFiles(files);
    if (rubric === null) throw new AppError('BAD_REQUEST', 'This draft does not load yet.');
    return { sha256: rubric.sha256, content: rubricText(rubric) };
  },
};
