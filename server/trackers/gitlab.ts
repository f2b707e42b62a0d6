import { z } from 'zod';
import { askPages, askTracker, pageAt, type Question, readAs, type Server } from './ask-tracker.ts';
import { findMarked, listChanges } from './list-issues.ts';
import { firstBody, putSection } from './section-markdown.ts';
import {
  type Changed,
  changedOf,
  defineTracker,
  type Gone,
  type Issue,
  type OpenTracker,
  type TrackerCall,
  type Wanted,
} from './tracker.ts';
import { TrackerError } from './tracker-error.ts';
import {
  addressSetting,
  asked,
  certificateSetting,
  labelsOf,
  labelsSetting,
  secretSetting,
  webAddress,
} from './tracker-settings.ts';

const settingsSchema = z.strictObject({
  address: addressSetting('https://gitlab.com'),
  project: z
    .string()
    .trim()
    .max(300)
    .regex(/^[\w.-]+(\/[\w.-]+)+$/, 'Write the path of the project, such as "acme/tools/platform".')
    .meta(asked({ field: 'text' })),
  token: secretSetting(),
  labels: labelsSetting(),
  certificate: certificateSetting(),
});
type Settings = z.output<typeof settingsSchema>;

const issueSchema = z.object({
  id: z.int(),
  iid: z.int(),
  project_id: z.int(),
  title: z.string(),
  description: z.string().nullable().default(null),
  state: z.enum(['opened', 'closed']),
  web_url: webAddress,
  updated_at: z.iso.datetime({ offset: true }),
  references: z
    .object({
      full: z
        .string()
        .max(500)
        .regex(/^\P{Cc}+$/u),
    })
    .optional(),
  moved_to_id: z.int().nullable().default(null),
});
type Read = Issue & { id: number; movedTo: number | null };
const projectSchema = z.object({
  id: z.int(),
  path_with_namespace: z.string(),
  issues_access_level: z.string().default('enabled'),
});

/** GitLab.com and GitLab of one's own, by their REST API v4. */
export const gitlab = defineTracker({ kind: 'gitlab', direction: 'both', settings: settingsSchema, open });

function open(settings: Settings): OpenTracker {
  const { address, project, labels } = settings;
  const server = serverOf(settings);
  const issues = `/projects/${encodeURIComponent(project)}/issues`;
  return {
    origin: new URL(address).origin,
    place: project,
    labels: labelsOf(labels),
    look: async (call) => {
      const { path_with_namespace: place } = await readProject(call, server, project);
      return { place, settings: { project: place } };
    },
    refOf: (text) => refIn(text, settings),
    covers: (name) => name.toLowerCase().startsWith(`${project.toLowerCase()}#`),
    changes: (call, from) => {
      const path = `${issues}?scope=all&order_by=updated_at&sort=asc&updated_after=${encodeURIComponent(from.since)}`;
      return listChanges(call, server, { path, from, issuesIn: (value) => changesIn(server, value) });
    },
    read: (call, ref) => readIssue(call, server, { ref, project }),
    find: (call, { mark, sinceMs }) => {
      const since = encodeURIComponent(new Date(sinceMs).toISOString());
      const path = `${issues}?scope=all&order_by=updated_at&sort=desc&updated_after=${since}`;
      return findMarked(call, server, { path, mark, issuesIn: (value) => issuesIn(server, value) });
    },
    create: async (call, wanted) => {
      const { title, text, section } = wanted;
      const body = { title, description: firstBody(text, section), labels: wanted.labels.join(',') };
      const question: Question = { method: 'POST', path: issues, body, issue: true };
      const issue = readIssueOf(server, (await askTracker(call, server, question)).value);
      return wanted.open === false ? changeIssue(call, server, { issue, wanted: { ...wanted, labels: [] } }) : issue;
    },
    change: (call, issue, wanted) => changeIssue(call, server, { issue, wanted }),
  };
}

function serverOf({ address, token, certificate }: Settings): Server {
  return {
    name: 'GitLab',
    api: `${address}/api/v4`,
    pages: new URL(address).origin,
    headers: { accept: 'application/json', 'private-token': token },
    secrets: [token],
    ca: certificate,
  };
}

function refIn(text: string, { address, project }: Settings): string | null {
  const url = URL.parse(text);
  const base = new URL(address);
  const path = url?.pathname.slice(base.pathname.replace(/\/$/, '').length) ?? '';
  const [, name, iid] = /^\/(.+)\/-\/(?:issues|work_items)\/(\d{1,10})\/?$/.exec(path) ?? [];
  if (url?.origin !== base.origin || name?.toLowerCase() !== project.toLowerCase()) return null;
  return `${project}#${iid}`;
}

function pathOf(ref: string): string {
  const [project = '', iid = ''] = ref.split('#');
  return `/projects/${encodeURIComponent(project)}/issues/${iid}`;
}

function readIssueOf(server: Server, value: unknown): Read {
  const read = readAs(server, issueSchema, value);
  const ref = `${read.project_id}#${read.iid}`;
  return {
    ref,
    name: read.references?.full ?? ref,
    address: pageAt(server, read.web_url),
    title: read.title,
    body: read.description ?? '',
    open: read.state === 'opened',
    updatedAtMs: Date.parse(read.updated_at),
    id: read.id,
    movedTo: read.moved_to_id,
  };
}

const issuesIn = (server: Server, value: unknown): Read[] =>
  readAs(server, z.array(z.unknown()), value).map((one) => readIssueOf(server, one));

async function readProject(call: TrackerCall, server: Server, project: string) {
  const { value } = await askTracker(call, server, { path: `/projects/${encodeURIComponent(project)}` });
  const read = readAs(server, projectSchema, value);
  if (read.issues_access_level !== 'disabled') return read;
  throw new TrackerError('Issues are switched off in this project.', { whole: true });
}

/** What was moved is read by itself, where it is followed. */
const changesIn = (server: Server, value: unknown): Changed[] =>
  issuesIn(server, value).flatMap((one) => (one.movedTo === null ? [changedOf(one)] : []));

type Place = { ref: string; project: string };

/** 404 speaks of the issue only where the project of the settings can be seen. What was moved is followed to where it is now. */
async function readIssue(call: TrackerCall, server: Server, { ref, project }: Place): Promise<Issue | Gone> {
  try {
    const { value } = await askTracker(call, server, { path: pathOf(ref), issue: true });
    return await follow(call, server, readIssueOf(server, value));
  } catch (error) {
    if (!(error instanceof TrackerError) || error.status !== 404) throw error;
    await readProject(call, server, project);
    return { gone: 'The issue was deleted in GitLab, or moved to where the token sees nothing.' };
  }
}

const MOST_MOVES = 5;

/** GitLab closes what is moved and copies it to its new place: the copy is known by what it says. */
async function follow(call: TrackerCall, server: Server, issue: Read): Promise<Issue | Gone> {
  const [, mark] = /<!-- (plumbline:[\w-]+) -->/.exec(issue.body) ?? [];
  let here: Read | undefined = issue;
  for (let moves = 0; moves <= MOST_MOVES && here !== undefined; moves += 1) {
    const { movedTo }: Read = here;
    if (movedTo === null) return here;
    if (mark === undefined) break;
    here = await findById(call, server, { mark, id: movedTo });
  }
  return { gone: 'The issue was moved in GitLab to where the token sees nothing.' };
}

async function findById(call: TrackerCall, server: Server, { mark, id }: { mark: string; id: number }) {
  const path = `/issues?scope=all&in=description&search=${encodeURIComponent(mark)}`;
  for await (const { value } of askPages(call, server, { path, issue: true })) {
    const found = issuesIn(server, value).find((one) => one.id === id);
    if (found !== undefined) return found;
  }
  return undefined;
}

type Change = { issue: Issue; wanted: Wanted };

async function changeIssue(call: TrackerCall, server: Server, { issue, wanted }: Change): Promise<Issue> {
  const description = putSection(issue.body, wanted.section);
  const { title = issue.title, open: isOpen = issue.open, labels } = wanted;
  const change = {
    ...(title === issue.title ? {} : { title }),
    ...(description === issue.body ? {} : { description }),
    ...(isOpen === issue.open ? {} : { state_event: isOpen ? 'reopen' : 'close' }),
    ...(labels.length === 0 ? {} : { add_labels: labels.join(',') }),
  };
  if (Object.keys(change).length === 0) return issue;
  const question: Question = { method: 'PUT', path: pathOf(issue.ref), body: change, issue: true };
  return readIssueOf(server, (await askTracker(call, server, question)).value);
}
