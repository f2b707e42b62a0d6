import { z } from 'zod';
import { type FakeTracker, fakeTracker, reply } from './fake-tracker.ts';

type Status = 'new' | 'indeterminate' | 'done';
export type JiraIssue = {
  id: string;
  key: string;
  summary: string;
  description: unknown;
  status: Status;
  labels: string[];
};
export type FakeJira = FakeTracker & {
  issues: JiraIssue[];
  /** the steps that the workflow offers from each status */
  steps: Record<Status, Status[]>;
};

export const JIRA_USER = 'plumbline@example.org';
export const JIRA_TOKEN = 'ATATT-very-hidden';
const fieldsSchema = z.object({
  summary: z.string().optional(),
  description: z.unknown().optional(),
  labels: z.array(z.string()).optional(),
});
const createSchema = z.object({
  fields: fieldsSchema.extend({ project: z.object({ key: z.string() }), issuetype: z.object({ name: z.string() }) }),
});
const putSchema = z.object({
  fields: fieldsSchema.default({}),
  update: z.object({ labels: z.array(z.object({ add: z.string() })) }).optional(),
});
const transitionSchema = z.object({ transition: z.object({ id: z.string() }) });

/**
 * The parts of Jira Cloud's REST API v3 that issues need, as developer.atlassian.com describes them: descriptions in Atlassian
 * Document Format, 204 for a change, transitions by number, search by `/search/jql`.
 */
export async function fakeJira(): Promise<FakeJira> {
  const issues: JiraIssue[] = [];
  const steps: FakeJira['steps'] = { new: ['indeterminate', 'done'], indeterminate: ['done'], done: ['indeterminate'] };
  const basic = `Basic ${Buffer.from(`${JIRA_USER}:${JIRA_TOKEN}`).toString('base64')}`;
  const shown = ({ id, key, summary, description, status }: JiraIssue) => ({
    id,
    key,
    fields: {
      summary,
      description: description ?? null,
      status: { name: status, statusCategory: { key: status } },
      updated: '2026-11-22T13:00:00.000+0100',
    },
  });
  const stepsOf = ({ status }: JiraIssue) =>
    steps[status].map((to, index) => ({ id: String(index + 11), name: to, to: { statusCategory: { key: to } } }));

  const server = await fakeTracker(
    ({ headers }) => headers.authorization === basic,
    (response, { method, body }, url) => {
      const path = url.pathname.replace('/rest/api/3', '');
      const given: unknown = body === '' ? {} : JSON.parse(body);
      if (path === '/project/PLAT') return reply(response, 200, { id: '1', key: 'PLAT', name: 'Platform' });
      if (path === '/search/jql') {
        const { jql } = z.object({ jql: z.string() }).parse(given);
        const [, label = ''] = /labels = "([^"]+)"/.exec(jql) ?? [];
        return reply(response, 200, { issues: issues.filter(({ labels }) => labels.includes(label)).map(shown) });
      }
      if (path === '/issue') {
        const { fields } = createSchema.parse(given);
        const number = issues.length + 1;
        const issue: JiraIssue = {
          ...{ id: String(10_000 + number), key: `${fields.project.key}-${number}`, summary: fields.summary ?? '' },
          ...{ description: fields.description, status: 'new', labels: fields.labels ?? [] },
        };
        issues.push(issue);
        return reply(response, 201, {
          id: issue.id,
          key: issue.key,
          self: `${server.url}/rest/api/3/issue/${issue.id}`,
        });
      }
      const [, ref, part = ''] = /^\/issue\/([^/]+)(\/transitions)?$/.exec(path) ?? [];
      const issue = issues.find(({ id, key }) => id === ref || key === ref);
      if (issue === undefined) return reply(response, 404, { errorMessages: ['Issue does not exist'] });
      if (method === 'GET') return reply(response, 200, part === '' ? shown(issue) : { transitions: stepsOf(issue) });
      if (part !== '') {
        const { transition } = transitionSchema.parse(given);
        const step = stepsOf(issue).find(({ id }) => id === transition.id);
        if (step === undefined) return reply(response, 400, { errorMessages: ['No such transition'] });
        issue.status = step.to.statusCategory.key;
      } else {
        const { fields, update } = putSchema.parse(given);
        issue.labels.push(...(update?.labels.map(({ add }) => add) ?? []));
        Object.assign(issue, fields);
      }
      return reply(response, 204, null);
    },
  );
  return { ...server, issues, steps };
}
