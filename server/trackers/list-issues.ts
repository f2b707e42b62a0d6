import { askPages, type Reply, type Server } from './ask-tracker.ts';
import { hasMark } from './section-markdown.ts';
import { type Changed, type Cursor, cursorAfter, type Issue, type TrackerCall } from './tracker.ts';

type Listed<Read> = { path: string; issuesIn: (value: Reply['value']) => Read[] };

/** The first issue of a list, the newest first, whose body has a mark. */
export async function findMarked<Read extends Issue>(
  call: TrackerCall,
  server: Server,
  { path, issuesIn, mark }: Listed<Read> & { mark: string },
): Promise<Read | null> {
  for await (const { value } of askPages(call, server, { path })) {
    const found = issuesIn(value).find(({ body }) => hasMark(body, mark));
    if (found !== undefined) return found;
  }
  return null;
}

/** All that a list of changes tells, the oldest first, and up to where that is; nothing where the server knows of none. */
export async function listChanges(
  call: TrackerCall,
  server: Server,
  { path, issuesIn, from }: Listed<Changed> & { from: Cursor },
): Promise<{ issues: Changed[]; cursor: Cursor }> {
  const issues: Changed[] = [];
  let { etag } = from;
  let isFirst = true;
  for await (const { status, headers, value } of askPages(call, server, { path, etag })) {
    if (status === 304) return { issues: [], cursor: from };
    if (isFirst) etag = headers.etag ?? null;
    isFirst = false;
    issues.push(...issuesIn(value));
  }
  return { issues, cursor: cursorAfter(issues, { ...from, etag }) };
}
