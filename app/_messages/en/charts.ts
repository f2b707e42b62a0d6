export const charts = {
  table: 'Show as a table',
  day: 'Day',
} as const;
