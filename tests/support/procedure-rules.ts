/** The least that one must be to use a procedure. `deployment`: administrator of every platform; `account`: signed in. */
export type Least = 'public' | 'account' | 'viewer' | 'owner' | 'editor' | 'admin' | 'deployment';
/** Each procedure with the least role and an input of the right form. */
export type ProcedureRules = Record<string, readonly [Least, unknown?]>;

const platform = 'payments';
const none = '00000000-0000-0000-0000-000000000000';
const link = 'x'.repeat(43);
const cycle = { platform, cycle: none };
const place = { criterion: 'OPS-2.a', capability: 'observability' };
const criterion = { platform, criterion: 'OPS-2.a', capability: 'observability' };
const settings = { name: 'Payments', timeZone: 'UTC', fiscalYearStartMonth: 1 };

const catalogue: ProcedureRules = {
  'catalogue.listPlatforms': ['account'],
  'catalogue.createPlatform': ['deployment', { key: 'second', ...settings, capabilities: ['data'] }],
  'catalogue.updatePlatform': ['admin', { platform, ...settings }],
  'catalogue.readOffer': ['deployment'],
  'catalogue.readCatalogue': ['viewer', { platform }],
  'catalogue.listCapabilities': ['viewer', { platform }],
  'catalogue.saveCapability': ['editor', { platform, key: 'data' }],
  'catalogue.listTargets': ['viewer', { platform }],
  'catalogue.deleteCapability': ['editor', { platform, capability: 'security' }],
  'catalogue.orderCapabilities': ['editor', { platform, order: ['security'] }],
  'catalogue.listItemTargets': ['viewer', { platform }],
  'catalogue.saveItemTarget': ['editor', { platform, capability: 'security', criterion: 'ADO-2.a', value: 1 }],
  'catalogue.saveTargets': [
    'editor',
    { platform, targets: [{ capability: 'security', aspect: 'adoption', level: 3 }] },
  ],
  'catalogue.listTeams': ['viewer'],
  'catalogue.previewFile': ['editor', { kind: 'capabilities', platform, csv: 'key\ndata' }],
  'catalogue.importFile': ['editor', { kind: 'capabilities', platform, csv: 'key\ndata' }],
  'catalogue.exportFile': ['viewer', { kind: 'capabilities', platform }],
  'catalogue.readTeam': ['editor', { team: 'devex' }],
  'catalogue.deleteTeam': ['editor', { team: 'checkout' }],
  'catalogue.saveTeam': ['editor', { key: 'checkout', name: 'Checkout' }],
};

const people: ProcedureRules = {
  'firstRun.read': ['viewer', { platform }],
  'firstRun.choice': ['editor', { platform }],
  'firstRun.chooseCapabilities': [
    'editor',
    { platform, capabilities: [{ key: 'observability', consumption: 'implicit', mandatory: true }] },
  ],
  'people.me': ['account'],
  'people.readSetUpLink': ['public', { token: link }],
  'people.completeSetUp': [
    'public',
    {
      token: link,
      name: 'Eve',
      email: 'eve@example.org',
      password: 'four unrelated words',
      platform: { key: 'eve', ...settings, capabilities: ['data'] },
    },
  ],
  'people.readPasswordLink': ['public', { token: link }],
  'people.setPassword': ['public', { token: link, password: 'four unrelated words' }],
  'people.list': ['admin', { platform }],
  'people.createUser': ['deployment', { name: 'New', email: 'new@example.org' }],
  'people.createPasswordLink': ['deployment', { user: none }],
  'people.grantRole': ['admin', { user: none, platform, role: 'viewer' }],
  'people.revokeRole': ['account', { grant: none }],
  'people.deactivateUser': ['deployment', { user: none }],
  'people.forgetPerson': ['deployment', { user: none }],
  'people.listMySessions': ['account'],
  'people.endSessions': ['account', { session: null }],
  'people.listTokens': ['viewer', { platform }],
  'people.createToken': ['editor', { name: 'CI', scopes: ['metrics:write'], platform, expiresInDays: 1 }],
  'people.revokeToken': ['account', { token: none }],
  'people.listAudit': ['admin', { platform }],
};

/** An address inside, so that nothing is called. */
const source = {
  address: 'http://10.0.0.1:9090',
  queries: [{ name: 'Adoption', query: 'x', metric: 'team-adoption', capability: 'observability' }],
};

const evidence: ProcedureRules = {
  'evidence.listMetrics': ['viewer', { platform }],
  'evidence.readMetric': ['viewer', { platform, metric: 'team-adoption' }],
  'evidence.listRuns': ['viewer', { platform }],
  'evidence.listClaims': ['viewer', { platform }],
  'sources.list': ['viewer', { platform }],
  'sources.read': ['viewer', { platform, source: none }],
  'sources.runs': ['viewer', { platform, source: none }],
  'sources.form': ['editor', { platform }],
  'sources.check': ['editor', { platform, kind: 'prometheus', settings: source }],
  'sources.save': ['editor', { platform, name: 'Metrics', kind: 'prometheus', settings: source }],
  'sources.setState': ['editor', { platform, source: none, state: 'paused' }],
  'sources.run': ['editor', { platform, source: none }],
  'sources.delete': ['editor', { platform, source: none }],
  'attestations.list': ['viewer', criterion],
  'attestations.answer': ['owner', { ...criterion, answer: 'no' }],
  'attestations.review': ['account', { id: none, accept: true }],
  'selfAssessment.read': ['viewer', { platform }],
  'selfAssessment.save': [
    'owner',
    { platform, claims: [{ aspect: 'interfaces', capability: 'observability', claimed: 2.5 }] },
  ],
  'selfAssessment.previewPemm': ['editor', { platform, link: '?investment_1=1' }],
  'selfAssessment.importPemm': ['editor', { platform, link: '?investment_1=1' }],
  'ratingRounds.list': ['viewer', { platform }],
  'ratingRounds.form': ['editor', { platform }],
  'ratingRounds.read': ['viewer', { platform, round: none }],
  'ratingRounds.open': ['editor', { platform, title: 'Autumn', assessors: [{ person: none }, { person: link }] }],
  // that only those who are asked may rate is tested with the verb
  'ratingRounds.rate': ['viewer', { platform, round: none, ratings: [] }],
  'ratingRounds.reveal': ['editor', { platform, round: none }],
  'ratingRounds.discard': ['editor', { platform, round: none }],
  'ratingRounds.agree': [
    'owner',
    {
      ...{ platform, round: none },
      consensus: [{ aspect: 'interfaces', capability: 'observability', rating: 2.5, why: 'We talked.' }],
    },
  ],
  'exemptions.list': ['viewer', criterion],
  'exemptions.register': ['viewer', { platform }],
  'exemptions.request': [
    'owner',
    { ...criterion, kind: 'exemption', reason: 'We cannot do this before the next release.', expiresOn: '2027-01-31' },
  ],
  'exemptions.decide': ['account', { id: none, approve: true }],
  'exemptions.withdraw': ['account', { id: none }],
};

const notices: ProcedureRules = {
  'notices.preferences': ['account'],
  'notices.savePreference': ['account', { kind: 'report-published', wanted: false }],
  'notices.outbox': ['deployment'],
  'notices.retry': ['deployment'],
  'notices.sendTest': ['deployment'],
  'notices.ending': ['public', { token: link }],
  'notices.end': ['public', { token: link }],
};

const scores: ProcedureRules = {
  'assessments.list': ['viewer', { platform }],
  'assessments.read': ['viewer', { platform, id: none }],
  'assessments.trend': ['viewer', { platform }],
  'assessments.comparison': ['viewer', { platform }],
  'assessments.suggestPeriod': ['editor', { platform }],
  'assessments.freeze': ['editor', { platform, period: '2026-Q3' }],
  // an unknown assessment is unknown to every reader; that these need an editor is tested with their verbs
  'assessments.publish': ['viewer', { platform, id: none }],
  'assessments.setAside': ['viewer', { platform, id: none }],
  'reports.read': ['viewer', { platform, id: none }],
  'reports.preview': ['editor', { platform, period: '2026-Q3' }],
  'reports.saveDraft': ['editor', { platform, period: '2026-Q3', note: '', asks: [] }],
  'capabilities.list': ['viewer', { platform }],
  'capabilities.history': ['viewer', { platform, capability: 'observability' }],
  'capabilities.read': ['viewer', { platform, capability: 'observability' }],
  'overview.start': ['public'],
  'overview.frame': ['account'],
  'overview.gaps': ['viewer', { platform }],
  'overview.points': ['viewer', { platform }],
  'overview.read': ['viewer', { platform }],
};

const improvement = { platform, id: none };
const backlog: ProcedureRules = {
  'backlog.list': ['viewer', { platform }],
  'backlog.read': ['viewer', improvement],
  'backlog.ledger': ['viewer', { platform }],
  'backlog.previewFile': ['editor', { platform, csv: 'external_key\nA-1' }],
  'backlog.importFile': ['editor', { platform, csv: 'external_key\nA-1' }],
  'backlog.choices': ['owner', { platform }],
  'backlog.preview': ['owner', { platform, criteria: [{ criterion: 'OPS-2.a', capability: 'observability' }] }],
  'backlog.create': [
    'owner',
    { platform, title: 'Mend it', criteria: [{ criterion: 'OPS-2.a', capability: 'observability' }] },
  ],
  'backlog.change': ['owner', { ...improvement, version: 1, title: 'Mend it well' }],
  'backlog.move': ['owner', { ...improvement, version: 1, state: 'planned' }],
  'backlog.evaluate': ['owner', improvement],
};

const planning: ProcedureRules = {
  'planning.budget': ['viewer', { platform, budget: 20 }],
  'planning.readBudget': ['viewer', { platform }],
  'planning.efforts': ['viewer', { platform }],
  'planning.read': ['viewer', { platform }],
  'planning.route': ['viewer', { platform, capability: 'observability', aspect: 'operations' }],
  'planning.platformRoute': ['viewer', { platform }],
  'planning.scenarios': ['viewer', { platform }],
  'planning.readScenario': ['viewer', { platform, id: none }],
  'planning.compareScenarios': ['viewer', { platform, a: none, b: 'now' }],
  'planning.createScenario': ['owner', { platform, name: 'More automation', assumptions: [] }],
  'planning.changeScenario': ['owner', { platform, id: none, version: 1 }],
  'planning.removeScenario': ['owner', { platform, id: none, version: 1 }],
  'planning.proposeImprovements': [
    'owner',
    { platform, name: 'More automation', assumptions: [{ ...place, state: 'met' }] },
  ],
  'planning.saveEffort': ['owner', { ...criterion, days: 4 }],
};

const campaigns: ProcedureRules = {
  'campaigns.list': ['viewer', { platform }],
  'campaigns.read': ['viewer', improvement],
  'campaigns.choices': ['owner', { platform }],
  // that several teams' capabilities need an editor is tested with the verb
  'campaigns.create': [
    'owner',
    {
      ...{ platform, name: 'Answer requests', dueOn: '2027-03-31' },
      scope: { criteria: ['OPS-2.a'], capabilities: ['observability'] },
    },
  ],
  'campaigns.change': ['owner', { ...improvement, version: 1, name: 'Answer every request' }],
  'campaigns.move': ['owner', { ...improvement, version: 1, state: 'running' }],
};

const rubric = 'cncf-platform@1.0.0';
const draft = { platform, draft: none, version: 1 };
const rubrics: ProcedureRules = {
  'rubrics.list': ['viewer', { platform }],
  'rubrics.crosswalk': ['viewer', { platform }],
  'rubrics.read': ['viewer', { platform, rubric }],
  'rubrics.compare': ['viewer', { platform, from: rubric, to: rubric }],
  'rubrics.announced': ['viewer', { platform }],
  'rubrics.leftovers': ['viewer', { platform }],
  'rubrics.dryRuns': ['viewer', { platform, rubric }],
  'rubrics.dryRun': ['viewer', { platform, rubric }],
  'rubrics.adopt': ['editor', { platform, rubric }],
  'rubrics.createDraft': ['editor', { platform, from: rubric }],
  'rubrics.readDraft': ['editor', { platform, draft: none }],
  'rubrics.saveDraftFile': ['editor', { ...draft, file: 'pack.yaml', text: '' }],
  // that an editor of all platforms may as well is tested with the verb
  'rubrics.publishDraft': ['deployment', draft],
  'rubrics.discardDraft': ['editor', draft],
};

/** An address inside, so that nothing is called. */
const github = { address: 'http://10.0.0.1', repository: 'acme/platform', token: 'x' };
const tracker = { platform, tracker: none };
const trackers: ProcedureRules = {
  'trackers.list': ['viewer', { platform }],
  'trackers.read': ['viewer', tracker],
  'trackers.form': ['editor', { platform }],
  'trackers.check': ['editor', { platform, kind: 'github', settings: github }],
  'trackers.save': ['editor', { platform, name: 'Issues', kind: 'github', settings: github }],
  'trackers.setState': ['editor', { ...tracker, state: 'paused' }],
  'trackers.run': ['editor', tracker],
  'trackers.delete': ['editor', tracker],
  'trackers.link': ['owner', { ...improvement, tracker: none }],
  'trackers.unlink': ['owner', improvement],
  'trackers.readLink': ['viewer', improvement],
};

const surveys: ProcedureRules = {
  'surveys.templates': ['viewer'],
  'surveys.subjects': ['viewer', { platform }],
  'surveys.list': ['viewer', { platform }],
  'surveys.read': ['viewer', cycle],
  'surveys.results': ['viewer', cycle],
  'surveys.create': [
    'editor',
    {
      platform,
      title: 'Autumn',
      askedBy: 'The platform team',
      purpose: 'To learn what to mend first.',
      template: 'developer-experience',
      capabilities: ['observability'],
      teams: [{ team: 'devex', invited: 8 }],
      closesAt: '2026-12-20T12:00:00.000Z',
    },
  ],
  'surveys.discard': ['editor', cycle],
  'surveys.open': ['editor', cycle],
  'surveys.invite': ['editor', cycle],
  'surveys.remind': ['editor', { ...cycle, team: 'devex' }],
  'surveys.remindByMail': ['editor', { ...cycle, team: 'devex' }],
  'surveys.replaceAddress': ['editor', { ...cycle, refused: none, address: 'new@example.org' }],
  'surveys.close': ['editor', cycle],
  'surveys.form': ['public', { token: link }],
  'surveys.submit': ['public', { token: 'x'.repeat(22), answers: [] }],
};

export const PROCEDURE_RULES: ProcedureRules = {
  ...catalogue,
  ...people,
  ...evidence,
  ...backlog,
  ...campaigns,
  ...notices,
  ...planning,
  ...scores,
  ...rubrics,
  ...surveys,
  ...trackers,
};
