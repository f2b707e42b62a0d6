import { isNode, LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';

/** What is wrong with a JSON text, by line. JSON is YAML too, and the reader of YAML knows the lines. */
export function jsonProblems(text: string, error: z.ZodError): { line: number; message: string }[] {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const lineOf = (path: readonly PropertyKey[]) => {
    for (let length = path.length; length >= 0; length--) {
      const node = length === 0 ? document.contents : document.getIn(path.slice(0, length), true);
      if (isNode(node) && node.range) return lines.linePos(node.range[0]).line;
    }
    return 1;
  };
  return error.issues.flatMap(plainIssues).map(({ path, message }) => ({
    line: lineOf(path),
    message: `${path.join('.') || 'the file'}: ${message}`,
  }));
}

type Plain = { path: PropertyKey[]; message: string };

/** Of a union, the issues of the branch that comes closest to what was written. */
function plainIssues(issue: z.core.$ZodIssue): Plain[] {
  if (issue.code !== 'invalid_union' || issue.errors.length === 0) return [issue];
  const branches = issue.errors.map((branch) => branch.flatMap(plainIssues));
  const closest = branches.reduce((best, branch) => (strangeness(branch) < strangeness(best) ? branch : best));
  return closest.map((inner) => ({ path: [...issue.path, ...inner.path], message: inner.message }));
}

/** An issue at the top of a branch means that another branch was meant. */
function strangeness(issues: Plain[]): number {
  return issues.reduce(
    (sum, issue) => sum + (issue.message.startsWith('Unrecognized') ? 10 : issue.path.length > 1 ? 1 : 3),
    0,
  );
}
