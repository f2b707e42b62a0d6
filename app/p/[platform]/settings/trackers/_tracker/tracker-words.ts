import type { AppText, TextKey } from '../../../../../_messages/registry.ts';

type Words = { label: TextKey; hint?: TextKey };

const SHARED = {
  token: { label: 'trackers.fields.token' },
  labels: { label: 'trackers.fields.labels', hint: 'trackers.fields.labelsHint' },
  certificate: { label: 'trackers.fields.certificate', hint: 'trackers.fields.certificateHint' },
} as const;

/** How each setting of each kind is called; a test holds this against the settings of every kind of tracker. */
export const FIELD_WORDS: Record<string, Record<string, Words>> = {
  github: {
    ...SHARED,
    address: { label: 'trackers.fields.githubAddress', hint: 'trackers.fields.githubAddressHint' },
    repository: { label: 'trackers.fields.repository', hint: 'trackers.fields.repositoryHint' },
    token: { label: 'trackers.fields.token', hint: 'trackers.fields.githubTokenHint' },
  },
  gitlab: {
    ...SHARED,
    address: { label: 'trackers.fields.gitlabAddress', hint: 'trackers.fields.gitlabAddressHint' },
    project: { label: 'trackers.fields.project', hint: 'trackers.fields.projectHint' },
    token: { label: 'trackers.fields.token', hint: 'trackers.fields.gitlabTokenHint' },
  },
  jira: {
    ...SHARED,
    address: { label: 'trackers.fields.jiraAddress', hint: 'trackers.fields.jiraAddressHint' },
    user: { label: 'trackers.fields.user' },
    token: { label: 'trackers.fields.token', hint: 'trackers.fields.jiraTokenHint' },
    projectKey: { label: 'trackers.fields.projectKey', hint: 'trackers.fields.projectKeyHint' },
    issueType: { label: 'trackers.fields.issueType' },
  },
};

export const KIND_WORDS: Record<string, TextKey> = {
  github: 'trackers.kinds.github',
  gitlab: 'trackers.kinds.gitlab',
  jira: 'trackers.kinds.jira',
};

export const kindName = (t: AppText, kind: string): string => {
  const key = KIND_WORDS[kind];
  return key === undefined ? kind : t(key);
};

const INTERVAL_WORDS: Record<string, TextKey> = {
  '5': 'trackers.detail.intervals.5',
  '15': 'trackers.detail.intervals.15',
  '60': 'trackers.detail.intervals.60',
  '360': 'trackers.detail.intervals.360',
};

export const intervalName = (t: AppText, minutes: number): string => {
  const key = INTERVAL_WORDS[String(minutes)];
  return key === undefined ? String(minutes) : t(key);
};
