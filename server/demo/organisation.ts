/** The organisation of the demo: a made-up retailer. Everything it shows comes from here and from `noise`. */

type Department = { key: string; name: string; teams: [key: string, name: string][] };

/** Seven departments and their 33 teams: forty in all. */
export const DEPARTMENTS: readonly Department[] = [
  {
    key: 'shop',
    name: 'Shop',
    teams: [
      ['search', 'Search'],
      ['product-pages', 'Product pages'],
      ['basket', 'Basket'],
      ['promotions', 'Promotions'],
      ['reviews', 'Reviews'],
      ['loyalty', 'Loyalty'],
    ],
  },
  {
    key: 'payments',
    name: 'Payments',
    teams: [
      ['checkout', 'Checkout'],
      ['card-payments', 'Card payments'],
      ['invoicing', 'Invoicing'],
      ['refunds', 'Refunds'],
      ['fraud', 'Fraud prevention'],
    ],
  },
  {
    key: 'logistics',
    name: 'Logistics',
    teams: [
      ['warehouse', 'Warehouse'],
      ['routing', 'Route planning'],
      ['carriers', 'Carriers'],
      ['tracking', 'Tracking'],
      ['returns', 'Returns'],
    ],
  },
  {
    key: 'customer-care',
    name: 'Customer care',
    teams: [
      ['help-centre', 'Help centre'],
      ['agent-desk', 'Agent desk'],
      ['voice', 'Voice'],
    ],
  },
  {
    key: 'insight',
    name: 'Insight',
    teams: [
      ['forecasting', 'Forecasting'],
      ['pricing', 'Pricing'],
      ['recommendations', 'Recommendations'],
      ['reporting', 'Reporting'],
      ['experiments', 'Experiments'],
    ],
  },
  {
    key: 'back-office',
    name: 'Back office',
    teams: [
      ['finance-systems', 'Finance systems'],
      ['people-systems', 'People systems'],
      ['procurement', 'Procurement'],
      ['identity', 'Identity'],
    ],
  },
  {
    key: 'platform-group',
    name: 'Platform group',
    teams: [
      ['delivery', 'Delivery platform'],
      ['runtime', 'Runtime platform'],
      ['data-services', 'Data services'],
      ['developer-portal', 'Developer portal'],
      ['security-engineering', 'Security engineering'],
    ],
  },
];

/** Who signs in to the demo. An owner speaks for the capabilities of a team. */
export const PEOPLE = {
  maren: { name: 'Maren Keller', email: 'maren@example.org', admin: true, role: null, team: null },
  tomas: { name: 'Tomás Ribeiro', email: 'tomas@example.org', admin: false, role: 'editor', team: null },
  ines: { name: 'Ines Okafor', email: 'ines@example.org', admin: false, role: 'owner', team: 'data-services' },
  jonas: { name: 'Jonas Lindqvist', email: 'jonas@example.org', admin: false, role: 'owner', team: 'delivery' },
  priya: { name: 'Priya Raman', email: 'priya@example.org', admin: false, role: 'viewer', team: null },
} as const;
export type PersonKey = keyof typeof PEOPLE;

/** How a capability does: where it began two years ago and where it is now, 0…1, and what is special about it. */
export type Course = {
  owner: string;
  from: number;
  to: number;
  /** silent: nobody measures it; quiet: its values stopped half a year ago */
  evidence?: 'silent' | 'quiet';
  state?: 'not_offered';
  /** what is wrong with it for some months: a metric with a value that holds it down */
  symptom?: { metric: string; value: number };
  mandatory?: boolean;
  weight?: number;
};

export type DemoPlatform = {
  key: string;
  name: string;
  timeZone: string;
  fiscalYearStartMonth: number;
  /** since when it is assessed, in days before now */
  sinceDays: number;
  /** how it answered the community's questions when it began, four an aspect */
  claims: Record<'investment' | 'adoption' | 'interfaces' | 'operations' | 'measurement', string>;
  courses: Record<string, Course>;
};

export const PLATFORMS: readonly DemoPlatform[] = [
  {
    ...{ key: 'shop-platform', name: 'Shop platform', timeZone: 'Europe/Berlin', fiscalYearStartMonth: 1 },
    sinceDays: 730,
    claims: { investment: '2233', adoption: '2232', interfaces: '3232', operations: '2222', measurement: '2121' },
    courses: {
      'web-portals': { owner: 'developer-portal', from: 0.35, to: 0.75 },
      apis: { owner: 'developer-portal', from: 0.3, to: 0.6 },
      'golden-paths': { owner: 'developer-portal', from: 0.2, to: 0.7 },
      'build-test': { owner: 'delivery', from: 0.6, to: 0.97, weight: 2 },
      'deliver-verify': { owner: 'delivery', from: 0.5, to: 0.9, weight: 2 },
      'dev-environments': { owner: 'delivery', from: 0, to: 0, evidence: 'silent' },
      observability: { owner: 'runtime', from: 0.5, to: 0.8, mandatory: true },
      infrastructure: { owner: 'runtime', from: 0.55, to: 0.85, symptom: { metric: 'support-load', value: 0.36 } },
      data: { owner: 'data-services', from: 0.15, to: 0.6 },
      messaging: { owner: 'data-services', from: 0.4, to: 0.5, evidence: 'quiet' },
      'identity-secrets': { owner: 'security-engineering', from: 0.45, to: 0.9, mandatory: true },
      security: { owner: 'security-engineering', from: 0.1, to: 0.3, mandatory: true },
      'artifact-storage': { owner: 'delivery', from: 0.4, to: 0.4, state: 'not_offered' },
    },
  },
  {
    ...{ key: 'data-platform', name: 'Data platform', timeZone: 'Europe/Berlin', fiscalYearStartMonth: 1 },
    sinceDays: 440,
    claims: { investment: '2322', adoption: '2222', interfaces: '2322', operations: '2232', measurement: '3332' },
    courses: {
      apis: { owner: 'data-services', from: 0.2, to: 0.5 },
      'golden-paths': { owner: 'data-services', from: 0.1, to: 0.3 },
      'build-test': { owner: 'data-services', from: 0.3, to: 0.55 },
      observability: { owner: 'data-services', from: 0.35, to: 0.4 },
      infrastructure: { owner: 'runtime', from: 0.5, to: 0.8 },
      data: { owner: 'data-services', from: 0.5, to: 0.95, weight: 3 },
      messaging: { owner: 'data-services', from: 0.4, to: 0.8, symptom: { metric: 'change-fail-rate', value: 0.34 } },
      security: { owner: 'security-engineering', from: 0.2, to: 0.25, evidence: 'quiet' },
    },
  },
  {
    ...{ key: 'workplace', name: 'Workplace platform', timeZone: 'Europe/Lisbon', fiscalYearStartMonth: 4 },
    sinceDays: 240,
    claims: { investment: '1121', adoption: '1221', interfaces: '1222', operations: '1211', measurement: '1111' },
    courses: {
      'web-portals': { owner: 'people-systems', from: 0.2, to: 0.45 },
      'dev-environments': { owner: 'people-systems', from: 0.1, to: 0.1, evidence: 'silent' },
      infrastructure: { owner: 'runtime', from: 0.45, to: 0.6 },
      'identity-secrets': { owner: 'identity', from: 0.55, to: 0.7, mandatory: true },
      security: { owner: 'security-engineering', from: 0.3, to: 0.5, mandatory: true },
    },
  },
];
