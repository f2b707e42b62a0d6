import { loadRubric, packsFolder } from '#rubrics/load-packs.ts';
import type { Criterion, MetricDefinition } from '#rubrics/pack.ts';
import { type MachineClient, PLATFORM } from './machine-client.ts';

const DAY_MS = 86_400_000;
const DAY_S = 86_400;
const WEEKS = 26;
const TEAMS = ['checkout', 'ledger', 'onboarding'];
const INVITED = 8;

export const { pack } = loadRubric(`${packsFolder()}/cncf-platform`);
export const CAPABILITIES = pack.pack.capabilities.map(({ key }) => key);

/** How well a capability does, 0…1: believable differences, the same on each run. */
export const strengthOf = (capability: string) => ((CAPABILITIES.indexOf(capability) * 5 + 3) % 13) / 12;

/** A value that a platform of this strength might measure, in the metric's base unit. */
function measured({ dimension, kind, lowerIsBetter }: MetricDefinition, strength: number): number {
  if (dimension === 'ratio') return lowerIsBetter ? 0.4 - 0.39 * strength : 0.5 + 0.49 * strength;
  if (dimension === 'duration') return kind === 'increment' ? 120 : Math.round((1 - strength) * 3 * DAY_S) + 600;
  return dimension === 'count' ? 2 + Math.round(8 * strength) : Math.round(45 + 50 * strength);
}

/** Weekly samples of everything that metrics can say, but for capabilities that nobody measures yet. */
export function samplesUntil(now: number, weeks = WEEKS) {
  const known: (string | null)[] = CAPABILITIES.filter((_, index) => index % 5 !== 4);
  const places = pack.metrics.flatMap((metric) =>
    (metric.scope === 'platform' ? [null] : known).map((capability) => ({ metric, capability })),
  );
  return places.flatMap(({ metric, capability }) =>
    Array.from({ length: weeks }, (_, week) => ({
      metric: metric.key,
      ...(capability === null ? {} : { capability }),
      ...(metric.labels?.includes('channel') ? { labels: { channel: 'portal' } } : {}),
      at: new Date(now - (weeks - week) * 7 * DAY_MS + 6 * DAY_MS).toISOString(),
      value: measured(metric, (capability === null ? 0.8 : strengthOf(capability)) * (0.8 + 0.2 * (week / weeks))),
    })),
  );
}

async function pushSamples(client: MachineClient): Promise<void> {
  const samples = samplesUntil(Date.now());
  for (let start = 0; start < samples.length; start += 1000) {
    const answer = await client.rest('POST', '/metrics', { samples: samples.slice(start, start + 1000) });
    const { rejected }: { rejected: unknown[] } = await answer.json();
    if (rejected.length > 0) throw new Error(`The product refused seeds: ${JSON.stringify(rejected.slice(0, 3))}`);
  }
}

const isPlainAttestation = ({ test, effective_from }: Criterion) =>
  'attestation' in test && effective_from === undefined;

/** Attests what is asked of the platform as a whole and of two capabilities; one answer stays without its review. */
async function attest(client: MachineClient): Promise<void> {
  const asked = pack.criteria.filter((criterion) => isPlainAttestation(criterion) && criterion.level <= 3);
  for (const [index, { id, scope, test }] of asked.entries()) {
    const answer = 'attestation' in test ? test.attestation : 'yes';
    const capability = scope === 'platform' ? null : (CAPABILITIES[index % 2] ?? null);
    const link = 'https://wiki.example.org/platform';
    const input = { platform: PLATFORM.key, criterion: id, capability, answer, link };
    const attested = await client.mutate<{ id: string }>('attestations.answer', input);
    if (index > 0) await client.mutate('attestations.review', { id: attested.id, accept: true });
  }
}

async function ask(client: MachineClient, title: string): Promise<{ id: string; links: string[] }> {
  const platform = PLATFORM.key;
  const created = await client.mutate<{ id: string }>('surveys.create', {
    ...{ platform, title, askedBy: 'The platform team', template: 'platform-experience' },
    capabilities: ['data', 'observability'],
    teams: TEAMS.map((team) => ({ team, invited: INVITED })),
    closesAt: new Date(Date.now() + 14 * DAY_MS).toISOString(),
  });
  const cycle = { platform, cycle: created.id };
  await client.mutate('surveys.open', cycle);
  const { teams } = await client.mutate<{ teams: { links: string[] }[] }>('surveys.invite', cycle);
  return { id: created.id, links: teams.flatMap(({ links }) => links) };
}

/** One answer, as a respondent's form sends it. */
function answersOf(respondent: number) {
  return ['data', 'observability'].flatMap((capability) => [
    { question: 'usability', capability, value: { usefulness: 4 + (respondent % 4), ease: 3 + (respondent % 5) } },
    { question: 'reason-for-use', capability, value: respondent % 3 === 0 ? 'required' : 'saves-time' },
    { question: 'clarity-of-errors', capability, value: 2 + (respondent % 4) },
  ]);
}

/** A closed survey with results, and one that is open and has a link left. */
async function survey(client: MachineClient): Promise<{ closed: string; open: string; link: string }> {
  const closed = await ask(client, 'How do you get on with the platform?');
  for (const [index, link] of closed.links.entries()) {
    await client.mutate('surveys.submit', { token: link.split('/').at(-1), answers: answersOf(index) });
  }
  await client.mutate('surveys.close', { platform: PLATFORM.key, cycle: closed.id });
  const open = await ask(client, 'And now?');
  return { closed: closed.id, open: open.id, link: open.links[0] ?? '' };
}

/** An improvement that is late, one that waits for evidence, and one that was dropped; returns the first. */
async function plan(client: MachineClient): Promise<string> {
  const { key: platform } = PLATFORM;
  const propose = (title: string, criterion: string, given: object = {}) => {
    const input = { platform, title, criteria: [{ criterion, capability: 'data' }], ...given };
    return client.mutate<{ id: string }>('backlog.create', input);
  };
  const late = { owner: { team: 'ledger' }, dueOn: '2026-01-31', notes: 'The approval is what takes the time.' };
  const { id } = await propose('Self-service for database requests', 'INT-3.a', late);
  await client.mutate('backlog.move', { platform, id, version: 1, state: 'doing' });
  const done = await propose('Name who answers at night', 'INV-2.c');
  await client.mutate('backlog.move', { platform, id: done.id, version: 1, state: 'done' });
  const dropped = await propose('Buy a catalogue', 'INT-2.a');
  await client.mutate('backlog.move', { platform, id: dropped.id, version: 1, state: 'dropped' });
  return id;
}

/** A campaign that runs over every capability and is late already. */
async function runCampaign(client: MachineClient): Promise<string> {
  const { key: platform } = PLATFORM;
  const about = {
    name: 'Two maintainers everywhere',
    dueOn: '2026-01-31',
    scope: { criteria: ['INV-2.b', 'INV-2.a'] },
  };
  const { id } = await client.mutate<{ id: string }>('campaigns.create', { platform, ...about });
  await client.mutate('campaigns.move', { platform, id, version: 1, state: 'running' });
  return id;
}

/** A source that may not reach where it points: it fails, and its page says why. */
async function addFailingSource(client: MachineClient): Promise<string> {
  const query = {
    name: 'Teams with an environment',
    query: 'count(devworkspace_started_total)',
    metric: 'active-teams',
  };
  const { id } = await client.mutate<{ id: string }>('sources.save', {
    ...{ platform: PLATFORM.key, name: 'Prometheus of the old cluster', kind: 'prometheus' },
    settings: { address: 'http://10.0.0.1:9090', queries: [{ ...query, capability: 'dev-environments' }] },
  });
  return id;
}

/** A tracker that may not be reached either, with an improvement that waits for its issue. */
async function addWaitingTracker(client: MachineClient, improvement: string): Promise<string> {
  const { key: platform } = PLATFORM;
  const settings = { address: 'https://10.0.0.2', repository: 'payments/platform', token: 'ghp_of_tests' };
  const about = { platform, name: 'Issues of the platform team', kind: 'github', settings };
  const { id: tracker } = await client.mutate<{ id: string }>('trackers.save', about);
  await client.mutate('trackers.link', { platform, tracker, id: improvement });
  return tracker;
}

/** A rating round that waits for two people. From here on the deployment has a second account. */
async function openRound(client: MachineClient): Promise<string> {
  const { key: platform } = PLATFORM;
  const rater = { name: 'Rae Rater', email: 'rae@example.org' };
  const { id: user } = await client.mutate<{ id: string }>('people.createUser', rater);
  await client.mutate('people.grantRole', { user, platform, role: 'viewer' });
  const { people } = await client.query<{ people: { id: string }[] }>('ratingRounds.form', { platform });
  const assessors = people.map(({ id }) => ({ person: id }));
  const { id } = await client.mutate<{ id: string }>('ratingRounds.open', { platform, title: 'Autumn', assessors });
  return id;
}

export type Seeded = {
  closed: string;
  open: string;
  link: string;
  assessment: string;
  period: string;
  improvement: string;
  campaign: string;
  source: string;
  tracker: string;
  draft: string;
  round: string;
};

/** Fills a fresh platform with every kind of evidence through the product's own doors, and freezes a quarter. */
export async function seedPlatform(client: MachineClient): Promise<Seeded> {
  for (const key of TEAMS) await client.rest('POST', '/teams', { key, name: `Team ${key}` });
  await pushSamples(client);
  await attest(client);
  await client.mutate('exemptions.request', {
    ...{ platform: PLATFORM.key, kind: 'exemption', criterion: 'INT-2.c', capability: 'security' },
    reason: 'The page is being rewritten together with the new request form.',
    expiresOn: new Date(Date.now() + 60 * DAY_MS).toISOString().slice(0, 10),
  });
  const source = await addFailingSource(client);
  const improvement = await plan(client);
  const tracker = await addWaitingTracker(client, improvement);
  const campaign = await runCampaign(client);
  const surveys = await survey(client);
  const now = new Date();
  const period = `${now.getUTCFullYear()}-Q${Math.floor(now.getUTCMonth() / 3) + 1}`;
  const assessment = await client.mutate<{ id: string }>('assessments.freeze', { platform: PLATFORM.key, period });
  await client.mutate('assessments.publish', { platform: PLATFORM.key, id: assessment.id });
  const begun = { platform: PLATFORM.key, from: 'cncf-platform@1.0.0' };
  const draft = await client.mutate<{ id: string }>('rubrics.createDraft', begun);
  const round = await openRound(client);
  const kept = { improvement, campaign, source, tracker, draft: draft.id, round };
  return { ...surveys, ...kept, assessment: assessment.id, period };
}
