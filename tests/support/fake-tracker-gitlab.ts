import type { ServerResponse } from 'node:http';
import { z } from 'zod';
import { type FakeTracker, fakeTracker, pageOf, reply } from './fake-tracker.ts';

export type GitlabIssue = {
  id: number;
  iid: number;
  project_id: number;
  title: string;
  description: string | null;
  state: 'opened' | 'closed';
  labels: string[];
  updatedAtMs: number;
  moved_to_id: number | null;
};
type Project = { id: number; path_with_namespace: string; issues_access_level: string };
export type FakeGitlab = FakeTracker & {
  projects: Project[];
  issues: GitlabIssue[];
  edit: (iid: number, change: Partial<GitlabIssue>) => void;
};

export const GITLAB_TOKEN = 'glpat-very-hidden';
const MOST_ON_A_PAGE = 2;
const writeSchema = z.object({
  title: z.string().optional(),
  description: z.string().optional(),
  state_event: z.enum(['close', 'reopen']).optional(),
  labels: z.string().optional(),
  add_labels: z.string().optional(),
});

/**
 * The parts of GitLab's REST API v4 that issues need, as docs.gitlab.com/api/issues describes them: projects by number or path,
 * pages by `Link`, `moved_to_id` of what was moved, 429 with `RateLimit-Reset`.
 */
export async function fakeGitlab(now: () => Date, onAPage: number = MOST_ON_A_PAGE): Promise<FakeGitlab> {
  const projects: Project[] = [{ id: 41, path_with_namespace: 'acme/tools/platform', issues_access_level: 'enabled' }];
  const issues: GitlabIssue[] = [];
  const server = await fakeTracker(
    ({ headers }) => headers['private-token'] === GITLAB_TOKEN,
    (response, { method, body }, url) => {
      const path = url.pathname.replace('/api/v4', '');
      if (path === '/issues') {
        const wanted = url.searchParams.get('search') ?? '';
        return list(
          response,
          issues.filter(({ description }) => description?.includes(wanted)),
          url,
        );
      }
      const [, key = '', rest = ''] = /^\/projects\/([^/]+)(.*)$/.exec(path) ?? [];
      const name = decodeURIComponent(key);
      const project = projects.find((one) => one.path_with_namespace === name || String(one.id) === name);
      if (project === undefined) return reply(response, 404, { message: '404 Project Not Found' });
      if (rest === '') return reply(response, 200, project);
      const own = issues.filter((one) => one.project_id === project.id);
      if (rest === '/issues' && method === 'GET') return list(response, own, url);
      const given = body === '' ? {} : writeSchema.parse(JSON.parse(body));
      if (rest === '/issues') return create(response, project, given);
      const issue = own.find(({ iid }) => rest === `/issues/${iid}`);
      if (issue === undefined) return reply(response, 404, { message: '404 Not found' });
      if (method === 'PUT') change(issue, given);
      return reply(response, 200, shown(issue));
    },
  );

  const shown = ({ updatedAtMs, ...issue }: GitlabIssue) => {
    const path = projects.find(({ id }) => id === issue.project_id)?.path_with_namespace;
    return {
      ...issue,
      web_url: `${server.url}/${path}/-/issues/${issue.iid}`,
      references: { short: `#${issue.iid}`, full: `${path}#${issue.iid}` },
      updated_at: new Date(updatedAtMs).toISOString(),
    };
  };

  function list(response: ServerResponse, of: GitlabIssue[], url: URL) {
    const after = Date.parse(url.searchParams.get('updated_after') ?? '1970-01-01T00:00:00Z');
    const sign = url.searchParams.get('sort') === 'asc' ? 1 : -1;
    const all = of
      .filter(({ updatedAtMs }) => updatedAtMs >= after)
      .toSorted((a, b) => sign * (a.updatedAtMs - b.updatedAtMs));
    const { items, headers } = pageOf(all, url, server.url, onAPage);
    return reply(response, 200, items.map(shown), headers);
  }

  function create(response: ServerResponse, project: Project, given: z.output<typeof writeSchema>) {
    const issue: GitlabIssue = {
      ...{ id: 900 + issues.length, iid: issues.length + 1, project_id: project.id, moved_to_id: null },
      ...{ title: given.title ?? '', description: given.description ?? null, state: 'opened' },
      ...{ labels: given.labels?.split(',') ?? [], updatedAtMs: now().getTime() },
    };
    issues.push(issue);
    return reply(response, 201, shown(issue));
  }

  function change(issue: GitlabIssue, { title, description, state_event, add_labels }: z.output<typeof writeSchema>) {
    if (title !== undefined) issue.title = title;
    if (description !== undefined) issue.description = description;
    if (state_event !== undefined) issue.state = state_event === 'close' ? 'closed' : 'opened';
    if (add_labels !== undefined) issue.labels.push(...add_labels.split(','));
    issue.updatedAtMs = now().getTime();
  }

  return {
    ...server,
    projects,
    issues,
    edit: (iid, changed) => {
      const issue = issues.find((one) => one.iid === iid);
      if (issue === undefined) throw new Error(`There is no issue ${iid}.`);
      Object.assign(issue, { updatedAtMs: now().getTime() }, changed);
    },
  };
}
