import { isNode, LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';

type Path = readonly PropertyKey[];
/** Something wrong in a file of a pack, in a sentence that says what to write instead. */
export type Problem = { file: string; line: number; message: string };
/** A YAML file that was read: its value, what is wrong with it, and the line on which a value stands. */
export type YamlFile<T> = { file: string; value: T | null; problems: Problem[]; lineOf: (path: Path) => number };

/** Reads the text of a YAML file and checks it against a schema. Never throws on what the text says. */
export function readYaml<T>(file: string, text: string, schema: z.ZodType<T>): YamlFile<T> {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const lineOf = (path: Path) => {
    for (let length = path.length; length >= 0; length--) {
      const node = length === 0 ? document.contents : document.getIn(path.slice(0, length), true);
      if (isNode(node) && node.range) return lines.linePos(node.range[0]).line;
    }
    return 1;
  };
  if (document.errors.length > 0) {
    const problems = document.errors.map((error) => ({
      file,
      line: lines.linePos(error.pos[0]).line,
      message: error.message,
    }));
    return { file, value: null, problems, lineOf };
  }
  const result = schema.safeParse(document.toJS());
  if (result.success) return { file, value: result.data, problems: [], lineOf };
  const problems = result.error.issues.flatMap(plainIssues).map((issue) => ({
    file,
    line: lineOf(issue.path),
    message: `${issue.path.join('.') || 'the file'}: ${issue.message}`,
  }));
  return { file, value: null, problems, lineOf };
}

/** Of a union, the issues of the branch that comes closest to what was written. */
function plainIssues(issue: z.core.$ZodIssue): { path: PropertyKey[]; message: string }[] {
  if (issue.code !== 'invalid_union' || issue.errors.length === 0) return [issue];
  const branches = issue.errors.map((branch) => branch.flatMap(plainIssues));
  const closest = branches.reduce((best, branch) => (strangeness(branch) < strangeness(best) ? branch : best));
  return closest.map((inner) => ({ path: [...issue.path, ...inner.path], message: inner.message }));
}

/** An issue at the top of a branch means that another branch was meant. */
function strangeness(issues: { path: PropertyKey[]; message: string }[]): number {
  return issues.reduce(
    (sum, issue) => sum + (issue.message.startsWith('Unrecognized') ? 10 : issue.path.length > 1 ? 1 : 3),
    0,
  );
}
