export const capabilities = {
  title: 'Capabilities',
  about: 'What the platform offers, and where each of it stands.',
  noOwner: 'No owner yet',
  archived: 'archived',
  notOffered: 'not offered',
  mandatory: 'mandatory',
  consumption: { requested: 'on request', implicit: 'built in', interactive: 'interactive' },
  empty: {
    title: 'No capability yet',
    text: 'Capabilities are what the platform offers: pipelines, databases, secrets. Add those you have, and each gets its aspects.',
    action: 'Add capabilities',
  },
  notScored: {
    title: 'Not scored yet',
    text: 'This capability appears in the next scorecard, within a minute. Evidence that is already there counts at once.',
    action: 'See the evidence',
  },
} as const;
