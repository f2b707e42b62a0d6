import { z } from 'zod';
import { askTracker, pageAt, type Question, readAs, type Server } from './ask-tracker.ts';
import { findMarked, listChanges } from './list-issues.ts';
import { firstBody, putSection } from './section-markdown.ts';
import {
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
  address: addressSetting('https://api.github.com'),
  repository: z
    .string()
    .trim()
    .max(200)
    // neither part is "." or "..", which would lead elsewhere
    .regex(/^(?!\.{1,2}\/)[\w.-]+\/(?!\.{1,2}$)[\w.-]+$/, 'Write owner and name, such as "acme/platform".')
    .meta(asked({ field: 'text' })),
  token: secretSetting(),
  labels: labelsSetting(),
  certificate: certificateSetting(),
});
type Settings = z.output<typeof settingsSchema>;

const issueSchema = z.object({
  number: z.int(),
  title: z.string(),
  body: z.string().nullable().default(null),
  state: z.enum(['open', 'closed']),
  html_url: webAddress,
  updated_at: z.iso.datetime({ offset: true }),
  pull_request: z.unknown().optional(),
});
const repositorySchema = z.object({ full_name: z.string(), has_issues: z.boolean().default(true) });

/** GitHub.com and GitHub Enterprise Server, by their REST API of 2022-11-28. */
export const github = defineTracker({ kind: 'github', direction: 'both', settings: settingsSchema, open });

function open(settings: Settings): OpenTracker {
  const { repository, labels } = settings;
  const server = serverOf(settings);
  return {
    origin: new URL(server.api).origin,
    place: repository,
    labels: labelsOf(labels),
    look: async (call) => {
      const { full_name: place } = await readRepository(call, server, repository);
      return { place, settings: { repository: place } };
    },
    refOf: (address) => refIn(address, { web: webOf(settings), repository }),
    covers: (name) => name.toLowerCase().startsWith(`${repository.toLowerCase()}#`),
    changes: (call, from) => {
      const path = `/repos/${repository}/issues?state=all&sort=updated&direction=asc&since=${encodeURIComponent(from.since)}`;
      return listChanges(call, server, { path, from, issuesIn: (value) => issuesIn(server, value).map(changedOf) });
    },
    read: (call, ref) => readIssue(call, server, { ref, repository }),
    find: (call, { mark, sinceMs }) => {
      const since = encodeURIComponent(new Date(sinceMs).toISOString());
      const path = `/repos/${repository}/issues?state=all&sort=updated&direction=desc&since=${since}`;
      return findMarked(call, server, { path, mark, issuesIn: (value) => issuesIn(server, value) });
    },
    create: async (call, wanted) => {
      const { title, text, section } = wanted;
      const body = { title, body: firstBody(text, section), labels: wanted.labels };
      const question: Question = { method: 'POST', path: `/repos/${repository}/issues`, body, issue: true };
      const issue = readIssueOf(server, (await askTracker(call, server, question)).value);
      return wanted.open === false ? changeIssue(call, server, { issue, wanted: { ...wanted, labels: [] } }) : issue;
    },
    change: (call, issue, wanted) => changeIssue(call, server, { issue, wanted }),
  };
}

function serverOf(settings: Settings): Server {
  const { address, token, certificate } = settings;
  return {
    name: 'GitHub',
    api: address,
    pages: webOf(settings),
    headers: {
      accept: 'application/vnd.github+json',
      'x-github-api-version': '2022-11-28',
      authorization: `Bearer ${token}`,
    },
    secrets: [token],
    ca: certificate,
  };
}

/** Where people read issues: beside the API of GitHub.com and of GHE.com, above that of GitHub Enterprise Server. */
function webOf({ address }: Settings): string {
  const { origin } = new URL(address);
  return origin.replace(/^https:\/\/api\.(github\.com|[\w-]+\.ghe\.com)$/, 'https://$1');
}

const PATH = /^\/([\w.-]+\/[\w.-]+)\/issues\/(\d{1,10})\/?$/;

function refIn(address: string, { web, repository }: { web: string; repository: string }): string | null {
  const url = URL.parse(address);
  const [, name, number] = PATH.exec(url?.pathname ?? '') ?? [];
  if (url?.origin !== web || name?.toLowerCase() !== repository.toLowerCase()) return null;
  return `${repository}#${number}`;
}

const pathOf = (ref: string): string => `/repos/${ref.replace('#', '/issues/')}`;

function readIssueOf(server: Server, value: unknown): Issue {
  const { number, title, body, state, html_url, updated_at } = readAs(server, issueSchema, value);
  const address = pageAt(server, html_url);
  const [, repository] = /\/([\w.-]+\/[\w.-]+)\/(?:issues|pull)\/\d+$/.exec(address) ?? [];
  if (repository === undefined) throw new TrackerError('The answer is not that of GitHub.', { whole: true });
  const ref = `${repository}#${number}`;
  const updatedAtMs = Date.parse(updated_at);
  return {
    ref,
    name: ref,
    address,
    title,
    body: body ?? '',
    open: state === 'open',
    updatedAtMs,
  };
}

/** The issues of a page; a pull request is listed among them and is none. */
function issuesIn(server: Server, value: unknown): Issue[] {
  const listed = readAs(server, z.array(z.unknown()), value);
  return listed
    .filter((one) => readAs(server, issueSchema, one).pull_request === undefined)
    .map((one) => readIssueOf(server, one));
}

async function readRepository(call: TrackerCall, server: Server, repository: string) {
  const { value } = await askTracker(call, server, { path: `/repos/${repository}` });
  const read = readAs(server, repositorySchema, value);
  if (!read.has_issues) throw new TrackerError('Issues are switched off in this repository.', { whole: true });
  return read;
}

type Place = { ref: string; repository: string };

/** 404 and 410 speak of the issue only where the repository of the settings can be seen and has issues. */
async function readIssue(call: TrackerCall, server: Server, { ref, repository }: Place): Promise<Issue | Gone> {
  try {
    const { value } = await askTracker(call, server, { path: pathOf(ref), issue: true });
    return readIssueOf(server, value);
  } catch (error) {
    if (!(error instanceof TrackerError) || (error.status !== 404 && error.status !== 410)) throw error;
    await readRepository(call, server, repository);
    return { gone: `${ref} was deleted in GitHub, or moved to where the token sees nothing.` };
  }
}

type Change = { issue: Issue; wanted: Wanted };

async function changeIssue(call: TrackerCall, server: Server, { issue, wanted }: Change): Promise<Issue> {
  const path = pathOf(issue.ref);
  if (wanted.labels.length > 0) {
    const body = { labels: wanted.labels };
    await askTracker(call, server, { method: 'POST', path: `${path}/labels`, body, issue: true });
  }
  const text = putSection(issue.body, wanted.section);
  const { title = issue.title, open: isOpen = issue.open, reason = 'completed' } = wanted;
  const state = isOpen ? { state: 'open', state_reason: 'reopened' } : { state: 'closed', state_reason: reason };
  const change = {
    ...(title === issue.title ? {} : { title }),
    ...(text === issue.body ? {} : { body: text }),
    ...(isOpen === issue.open ? {} : state),
  };
  if (Object.keys(change).length === 0) return issue;
  const { value } = await askTracker(call, server, { method: 'PATCH', path, body: change, issue: true });
  return readIssueOf(server, value);
}
