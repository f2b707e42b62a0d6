import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import { askTracker, type Question, readAs, type Server } from './ask-tracker.ts';
import { firstAdf, putAdfSection, readAdf } from './section-adf.ts';
import { defineTracker, type Gone, type Issue, type OpenTracker, type TrackerCall, type Wanted } from './tracker.ts';
import { TrackerError } from './tracker-error.ts';
import {
  addressSetting,
  asked,
  certificateSetting,
  labelsOf,
  labelsSetting,
  secretSetting,
} from './tracker-settings.ts';

const settingsSchema = z.strictObject({
  address: addressSetting(null),
  user: z
    .string()
    .trim()
    .min(3, 'Give the e-mail address of the account.')
    .max(200)
    .meta(asked({ field: 'text' })),
  token: secretSetting(),
  projectKey: z
    .string()
    .trim()
    .regex(/^[A-Z][A-Z0-9_]{1,19}$/, 'Write the key of the project, such as "PLAT".')
    .meta(asked({ field: 'text' })),
  issueType: z
    .string()
    .trim()
    .min(1)
    .max(60)
    .default('Task')
    .meta(asked({ field: 'text', rare: true })),
  labels: labelsSetting(),
  certificate: certificateSetting(),
});
type Settings = z.output<typeof settingsSchema>;

const issueSchema = z.object({
  id: z.string().regex(/^\w{1,40}$/),
  key: z.string().regex(/^[A-Z][A-Z0-9_]+-\d{1,10}$/),
  fields: z.object({
    summary: z.string(),
    description: z.unknown().optional(),
    status: z.object({ statusCategory: z.object({ key: z.string() }) }),
    updated: z.string(),
  }),
});
const FIELDS = ['summary', 'description', 'status', 'updated'];
const createdSchema = z.object({ id: z.string() });
const projectSchema = z.object({ key: z.string(), name: z.string() });
const searchSchema = z.object({ issues: z.array(z.unknown()) });
const transitionsSchema = z.object({
  transitions: z.array(z.object({ id: z.string(), to: z.object({ statusCategory: z.object({ key: z.string() }) }) })),
});
const LONGEST_SUMMARY = 255;

/** Jira Cloud, by its REST API v3. It is written to; what happens there stays there. */
export const jira = defineTracker({ kind: 'jira', direction: 'out', settings: settingsSchema, open });

function open(settings: Settings): OpenTracker {
  const { address, projectKey, labels } = settings;
  const server = serverOf(settings);
  return {
    origin: new URL(address).origin,
    place: projectKey,
    labels: labelsOf(labels).map(oneWord),
    look: async (call) => {
      const { key } = await readProject(call, server, projectKey);
      return { place: key, settings: { projectKey: key } };
    },
    refOf: (text) => refIn(text, settings),
    covers: (name) => name.startsWith(`${projectKey}-`),
    changes: null,
    read: (call, ref) => readIssue(call, { server, settings, ref }),
    find: async (call, { mark }) => {
      const jql = `project = "${projectKey}" AND labels = "${oneWord(mark)}"`;
      const question: Question = { method: 'POST', path: '/search/jql', body: { jql, fields: FIELDS, maxResults: 1 } };
      const { value } = await askTracker(call, server, question);
      const [found] = readAs(server, searchSchema, value).issues;
      return found === undefined ? null : readIssueOf(server, settings, found);
    },
    create: (call, wanted) => createIssue(call, { server, settings }, wanted),
    change: (call, issue, wanted) => changeIssue(call, { server, settings }, { issue, wanted }),
  };
}

function serverOf({ address, user, token, certificate }: Settings): Server {
  const basic = Buffer.from(`${user}:${token}`).toString('base64');
  return {
    name: 'Jira',
    api: `${address}/rest/api/3`,
    pages: new URL(address).origin,
    headers: { accept: 'application/json', authorization: `Basic ${basic}` },
    secrets: [token, basic],
    ca: certificate,
  };
}

/** A label of Jira has no spaces. */
const oneWord = (text: string): string => text.replace(/[\s"\\]+/g, '-');
const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim().slice(0, LONGEST_SUMMARY);

function refIn(text: string, { address, projectKey }: Settings): string | null {
  const url = URL.parse(text);
  const [, name] = /\/browse\/([A-Z][A-Z0-9_]+-\d{1,10})\/?$/.exec(url?.pathname ?? '') ?? [];
  return url?.origin === new URL(address).origin && name?.startsWith(`${projectKey}-`) ? name : null;
}

const pathOf = (ref: string): string => `/issue/${encodeURIComponent(ref)}`;

function readIssueOf(server: Server, { address }: Settings, value: unknown): Issue {
  const { id, key, fields } = readAs(server, issueSchema, value);
  return {
    ref: id,
    name: key,
    address: `${address}/browse/${encodeURIComponent(key)}`,
    title: fields.summary,
    body: fields.description ? JSON.stringify(fields.description) : '',
    open: fields.status.statusCategory.key !== 'done',
    // Jira writes the offset without a colon
    updatedAtMs: Date.parse(fields.updated.replace(/([+-]\d\d)(\d\d)$/, '$1:$2')),
  };
}

async function readProject(call: TrackerCall, server: Server, key: string) {
  return readAs(server, projectSchema, (await askTracker(call, server, { path: `/project/${key}` })).value);
}

type At = { server: Server; settings: Settings };

/** 404 speaks of the issue only where the project can be seen. */
async function readIssue(call: TrackerCall, { server, settings, ref }: At & { ref: string }): Promise<Issue | Gone> {
  try {
    const path = `${pathOf(ref)}?fields=${FIELDS.join(',')}`;
    return readIssueOf(server, settings, (await askTracker(call, server, { path, issue: true })).value);
  } catch (error) {
    if (!(error instanceof TrackerError) || error.status !== 404) throw error;
    await readProject(call, server, settings.projectKey);
    return { gone: 'The issue was deleted in Jira, or moved to where the account sees nothing.' };
  }
}

async function readThere(call: TrackerCall, at: At, ref: string): Promise<Issue> {
  const issue = await readIssue(call, { ...at, ref });
  if ('gone' in issue) throw new TrackerError(issue.gone, { whole: false });
  return issue;
}

async function createIssue(call: TrackerCall, at: At, wanted: Wanted & { title: string; text: string }) {
  const { projectKey, issueType } = at.settings;
  const fields = {
    project: { key: projectKey },
    issuetype: { name: issueType },
    summary: oneLine(wanted.title),
    description: firstAdf(wanted.text, wanted.section),
    // by this label it is found again
    labels: [...wanted.labels, oneWord(wanted.section.mark)],
  };
  const { value } = await askTracker(call, at.server, {
    method: 'POST',
    path: '/issue',
    body: { fields },
    issue: true,
  });
  const issue = await readThere(call, at, readAs(at.server, createdSchema, value).id);
  return wanted.open === false ? changeIssue(call, at, { issue, wanted: { ...wanted, labels: [] } }) : issue;
}

async function changeIssue(call: TrackerCall, at: At, { issue, wanted }: { issue: Issue; wanted: Wanted }) {
  const { server } = at;
  const { open: isOpen = issue.open, labels } = wanted;
  const title = wanted.title === undefined ? issue.title : oneLine(wanted.title);
  const before = readAdf(issue.body);
  const after = before === null ? null : putAdfSection(before, wanted.section);
  const fields = {
    ...(title === issue.title ? {} : { summary: title }),
    ...(after === null || isDeepStrictEqual(before, after) ? {} : { description: after }),
  };
  const update = labels.length === 0 ? {} : { update: { labels: labels.map((label) => ({ add: label })) } };
  const writes = Object.keys(fields).length > 0 || labels.length > 0;
  const path = pathOf(issue.ref);
  if (writes) await askTracker(call, server, { method: 'PUT', path, body: { fields, ...update }, issue: true });
  if (isOpen !== issue.open) await moveIssue(call, server, { path, isOpen });
  return writes || isOpen !== issue.open ? readThere(call, at, issue.ref) : issue;
}

/** Takes the first step that Jira offers to where the issue should be. */
async function moveIssue(call: TrackerCall, server: Server, { path, isOpen }: { path: string; isOpen: boolean }) {
  const { value } = await askTracker(call, server, { path: `${path}/transitions`, issue: true });
  const { transitions } = readAs(server, transitionsSchema, value);
  const aims = isOpen ? ['indeterminate', 'new'] : ['done'];
  const steps = aims.flatMap((aim) => transitions.filter(({ to }) => to.statusCategory.key === aim));
  const [step] = steps;
  if (step === undefined) {
    const words = isOpen ? 'to an open state' : 'to a state that is done';
    throw new TrackerError(`Jira offers no step ${words} from where this issue is.`, { whole: false });
  }
  const body = { transition: { id: step.id } };
  await askTracker(call, server, { method: 'POST', path: `${path}/transitions`, body, issue: true });
}
