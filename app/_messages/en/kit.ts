export const kit = {
  close: 'Close',
  retry: 'Try again',
} as const;
