export const kit = {
  close: 'Close',
  loading: 'Loading…',
  optional: 'optional',
  retry: 'Try again',
} as const;
