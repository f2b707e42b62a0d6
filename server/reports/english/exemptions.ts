import { count } from './format.ts';

export const exemptions = {
  title: 'Exemptions',
  none: 'Nothing was exempt and nothing was set aside as not applicable.',
  table: (n: number) => count(n, 'exemption counts as met until it ends', 'exemptions count as met until they end'),
  columns: {
    criterion: 'Criterion',
    capability: 'Capability',
    approved: 'Approved',
    expires: 'Ends',
    self: 'Self-approved',
  },
  notApplicable: (n: number) => `${count(n, 'criterion was', 'criteria were')} set aside as not applicable`,
} as const;
