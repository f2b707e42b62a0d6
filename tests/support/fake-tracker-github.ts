import { createHash } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import { z } from 'zod';
import { type FakeTracker, fakeTracker, pageOf, reply } from './fake-tracker.ts';

export type GithubIssue = {
  number: number;
  title: string;
  body: string | null;
  state: 'open' | 'closed';
  state_reason: string | null;
  labels: string[];
  updatedAtMs: number;
  /** where it was moved to: another repository and number */
  movedTo?: { repository: string; number: number };
  deleted?: boolean;
  pull?: boolean;
};
type Repository = { id: number; name: string; issues: GithubIssue[]; has_issues: boolean };
export type FakeGithub = FakeTracker & {
  repositories: Repository[];
  issues: GithubIssue[];
  issue: (number: number) => GithubIssue;
  /** what a person does in the browser */
  edit: (number: number, change: Partial<GithubIssue>) => void;
};

export const GITHUB_TOKEN = 'github_pat_very-hidden';
/** Few on a page, so that lists have several. */
const MOST_ON_A_PAGE = 2;

const writeSchema = z.object({
  title: z.string().optional(),
  body: z.string().optional(),
  state: z.enum(['open', 'closed']).optional(),
  state_reason: z.string().optional(),
  labels: z.array(z.string()).optional(),
});

/**
 * The parts of GitHub's REST API (2022-11-28) that issues need, as docs.github.com/rest/issues describes them: pages by `Link`,
 * `ETag` and 304, 301 for what was renamed or moved, 410 for what was deleted.
 */
export async function fakeGithub(now: () => Date, onAPage: number = MOST_ON_A_PAGE): Promise<FakeGithub> {
  const repositories: Repository[] = [{ id: 7, name: 'acme/platform', issues: [], has_issues: true }];
  const server = await fakeTracker(
    ({ headers }) => headers.authorization === `Bearer ${GITHUB_TOKEN}`,
    (response, { method, headers, body }, url) => {
      const found = placeOf(url.pathname);
      if (found === null) return reply(response, 404, { message: 'Not Found' });
      const { repository, rest, redirect } = found;
      if (redirect !== null) {
        return reply(
          response,
          301,
          { message: 'Moved Permanently' },
          { location: `${server.url}${redirect}${url.search}` },
        );
      }
      if (rest === '') return reply(response, 200, { full_name: repository.name, has_issues: repository.has_issues });
      if (!repository.has_issues) return reply(response, 410, { message: 'Issues are disabled for this repo' });
      if (rest === '/issues' && method === 'GET') return list(response, repository, url, headers['if-none-match']);
      const given = body === '' ? {} : writeSchema.parse(JSON.parse(body));
      if (rest === '/issues') return create(response, repository, given);
      const [, number, part = ''] = /^\/issues\/(\d+)(\/labels)?$/.exec(rest) ?? [];
      const issue = repository.issues.find((one) => one.number === Number(number));
      if (issue === undefined) return reply(response, 404, { message: 'Not Found' });
      if (issue.deleted) return reply(response, 410, { message: 'This issue was deleted' });
      if (issue.movedTo !== undefined) {
        const { repository: to, number: there } = issue.movedTo;
        return reply(response, 301, {}, { location: `${server.url}/repos/${to}/issues/${there}${part}` });
      }
      if (method === 'GET') return reply(response, 200, shown(repository, issue));
      if (part === '/labels') issue.labels.push(...(given.labels ?? []));
      else Object.assign(issue, given);
      issue.updatedAtMs = now().getTime();
      return reply(response, 200, shown(repository, issue));
    },
  );

  function placeOf(path: string) {
    const byId = /^\/repositories\/(\d+)(.*)$/.exec(path);
    if (byId !== null) {
      const repository = repositories.find(({ id }) => id === Number(byId[1]));
      return repository === undefined ? null : { repository, rest: byId[2] ?? '', redirect: null };
    }
    const [, name = '', rest = ''] = /^\/repos\/([^/]+\/[^/]+)(.*)$/.exec(path) ?? [];
    const repository = repositories.find((one) => one.name.toLowerCase() === name.toLowerCase());
    if (repository !== undefined) return { repository, rest, redirect: null };
    const [renamed] = repositories;
    const isOld = name === 'acme/platform' && renamed !== undefined;
    return isOld ? { repository: renamed, rest, redirect: `/repositories/${renamed.id}${rest}` } : null;
  }

  const shown = ({ name }: Repository, { number, title, body, state, labels, updatedAtMs, pull }: GithubIssue) => ({
    id: 1000 + number,
    number,
    title,
    body,
    state,
    labels: labels.map((label) => ({ name: label })),
    html_url: `${server.url}/${name}/${pull ? 'pull' : 'issues'}/${number}`,
    repository_url: `${server.url}/repos/${name}`,
    updated_at: new Date(updatedAtMs).toISOString().replace(/\.\d+/, ''),
    ...(pull ? { pull_request: { url: `${server.url}/pulls/${number}` } } : {}),
  });

  function list(response: ServerResponse, repository: Repository, url: URL, etag: string | undefined) {
    const since = Date.parse(url.searchParams.get('since') ?? '1970-01-01T00:00:00Z');
    const sign = url.searchParams.get('direction') === 'asc' ? 1 : -1;
    const all = repository.issues
      .filter(({ deleted, movedTo, updatedAtMs }) => !deleted && movedTo === undefined && updatedAtMs >= since)
      .toSorted((a, b) => sign * (a.updatedAtMs - b.updatedAtMs));
    const { items, headers } = pageOf(all, url, server.url, onAPage);
    const value = items.map((issue) => shown(repository, issue));
    const now = `W/"${createHash('sha256')
      .update(JSON.stringify([url.href, value]))
      .digest('hex')}"`;
    if (etag === now) return reply(response, 304, null, { etag: now });
    return reply(response, 200, value, { ...headers, etag: now });
  }

  function create(response: ServerResponse, repository: Repository, given: z.output<typeof writeSchema>) {
    const issue: GithubIssue = {
      number: repository.issues.length + 1,
      title: given.title ?? '',
      body: given.body ?? null,
      state: 'open',
      state_reason: null,
      labels: given.labels ?? [],
      updatedAtMs: now().getTime(),
    };
    repository.issues.push(issue);
    return reply(response, 201, shown(repository, issue));
  }

  const issues = () => repositories[0]?.issues ?? [];
  const issue = (number: number): GithubIssue => {
    const found = issues().find((one) => one.number === number);
    if (found === undefined) throw new Error(`There is no issue ${number}.`);
    return found;
  };
  return {
    ...server,
    repositories,
    issues: issues(),
    issue,
    edit: (number, change) => void Object.assign(issue(number), { updatedAtMs: now().getTime() }, change),
  };
}
