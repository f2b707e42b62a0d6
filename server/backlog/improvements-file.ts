import type { TableForm } from '../csv/read-table.ts';

/** A file of improvements from elsewhere: one row an improvement, told apart by its key there. */
export const IMPROVEMENTS_FILE = {
  form: {
    largest: 1024 * 1024,
    columns: [
      ...['external_key', 'title', 'places', 'criteria', 'capability', 'owner', 'due_on'],
      ...['effort_days', 'actual_days', 'state', 'campaign', 'notes'],
    ],
    required: ['external_key'],
    // an exported backlog has more columns than an import reads
    others: /^[\p{L}\d _.()/-]{1,60}$/u,
  } satisfies TableForm,
  mostRows: 500,
};

/** The states that a file may bring in: that something is done, or verified, is not for a file to say. */
export const STATES_FROM_FILE = ['proposed', 'planned', 'doing'] as const;
