import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Bundle } from '#rubrics/evidence/bundle.ts';
import { loadBundle } from '#rubrics/evidence/load-bundle.ts';
import { lintPack } from '#rubrics/lint/lint-pack.ts';
import { loadRubric, packsFolder, readPackFiles } from '#rubrics/load-packs.ts';
import { groupLevels } from '#rubrics/scoring/roll-ups/group-levels.ts';
import { score } from '#rubrics/scoring/score.ts';
import { buildAttestation, buildBundle, buildCapability } from '#tests/support/build-bundle.ts';

const folder = join(packsFolder(), 'owasp-samm');
const rubric = loadRubric(folder);
const { pack, criteria } = rubric.pack;

const capability = 'organization';
const settings = { ...buildBundle().settings, capabilities: [buildCapability({ key: capability })] };
const cardOf = (answers: Record<string, string>, changes: Partial<Bundle> = {}) =>
  score(
    rubric,
    loadBundle(
      buildBundle({
        settings,
        attestations: Object.entries(answers).map(([id, answer]) => buildAttestation(id, { capability, answer })),
        ...changes,
      }),
    ),
  );

describe('the pack has the shape of SAMM 2', () => {
  test('five functions of three practices of two streams of three levels: ninety questions', () => {
    expect(pack.groups).toHaveLength(5);
    for (const { key } of pack.groups ?? []) expect(pack.aspects.filter(({ group }) => group === key)).toHaveLength(3);
    expect(pack.aspects.every(({ parts }) => parts?.map(({ key }) => key).join() === 'a,b')).toBe(true);
    expect(criteria).toHaveLength(90);
    const places = criteria.map(({ aspect, part, level }) => `${aspect} ${part} ${level}`);
    expect(new Set(places).size).toBe(90);
  });

  test('functions, practices and streams have the names of the model', () => {
    // owaspsamm/core business-function/practice/*.md; all thirty streams in owaspsamm/website docs/skills-framework/samm-to-assignments.md
    const named = (pack.groups ?? []).map(({ key, name }) => [
      name,
      ...pack.aspects
        .filter(({ group }) => group === key)
        .map(({ name: practice, parts }) => `${practice}: ${parts?.map((part) => part.name).join(', ')}`),
    ]);
    expect(named).toEqual([
      [
        'Governance',
        'Strategy & Metrics: Create and Promote, Measure and Improve',
        'Policy & Compliance: Policy & Standards, Compliance Management',
        'Education & Guidance: Training and Awareness, Organization and Culture',
      ],
      [
        'Design',
        'Threat Assessment: Application Risk Profile, Threat Modeling',
        'Security Requirements: Software Requirements, Supplier Security',
        'Secure Architecture: Architecture Design, Technology Management',
      ],
      [
        'Implementation',
        'Secure Build: Build Process, Software Dependencies',
        'Secure Deployment: Deployment Process, Secret Management',
        'Defect Management: Defect Tracking, Metrics and Feedback',
      ],
      [
        'Verification',
        'Architecture Assessment: Architecture Validation, Architecture Mitigation',
        'Requirements-driven Testing: Control Verification, Misuse/Abuse Testing',
        'Security Testing: Scalable Baseline, Deep Understanding',
      ],
      [
        'Operations',
        'Incident Management: Incident Detection, Incident Response',
        'Environment Management: Configuration Hardening, Patching and Updating',
        'Operational Management: Data Protection, System Decommissioning / Legacy Management',
      ],
    ]);
  });

  test('every answer counts 0, 0.25, 0.5 or 1, and each question says what must hold before any yes', () => {
    for (const { answers } of pack.answer_sets ?? [])
      expect(answers.map(({ value }) => value)).toEqual([0, 0.25, 0.5, 1]);
    expect(criteria.every(({ quality }) => (quality?.length ?? 0) >= 2)).toBe(true);
    expect(criteria.every(({ test: asked }) => 'answer_set' in asked && asked.attestation === 'most')).toBe(true);
  });

  test('no two questions have the same words', () => {
    for (const words of [
      criteria.map(({ title }) => title),
      criteria.map(({ why }) => why),
      criteria.map(({ how }) => how),
    ])
      expect(new Set(words).size).toBe(90);
  });

  test('it is share-alike, says so beside its text, and lint finds nothing', () => {
    expect(pack.license).toBe('CC-BY-SA-4.0');
    expect(readFileSync(join(folder, 'LICENSE'), 'utf8')).toContain('https://creativecommons.org/licenses/by-sa/4.0/');
    expect(lintPack(readPackFiles(folder))).toEqual([]);
  });
});

describe('the published vectors come out of bundles', () => {
  const targets = (prefix: string, values: number[]) =>
    ['1.a', '2.a', '3.a', '1.b', '2.b', '3.b'].map((at, i) => ({
      ...{ capability, criterion: `${prefix}-${at}`, value: values[i] ?? 0 },
    }));
  const nothing = pack.aspects.map(({ key }) => ({ capability, aspect: key, level: 0 }));
  const build = { ...settings, targets: nothing, itemTargets: targets('SB', [1, 1, 0, 1, 0.5, 0]) };
  const answers = {
    'SB-1.a': 'some',
    ...Object.fromEntries(['SB-2.a', 'SB-3.a', 'SB-2.b', 'SB-3.b'].map((id) => [id, 'no'])),
    'SB-1.b': 'most',
  };
  const cellOf = (card: ReturnType<typeof cardOf>, aspect: string) => card.cells.find((cell) => cell.aspect === aspect);

  test('Secure Build: 0.625, then 1.25 of 1.75, 71 % of the way to target', () => {
    const baseline = cardOf(answers, { settings: build });
    expect(cellOf(baseline, 'secure-build')).toMatchObject({ level: 0.625, target: 1.75 });
    expect(baseline.percentToTarget.value).toBe(0.357143);
    const now = cardOf({ ...answers, 'SB-1.a': 'most', 'SB-2.a': 'half' }, { settings: build });
    expect(cellOf(now, 'secure-build')).toMatchObject({ level: 1.25, target: 1.75 });
    expect(now.percentToTarget).toEqual({ value: 0.714286, low: 0.714286, high: 0.714286 });
  });

  test('a function is the mean of its practices', () => {
    const card = cardOf(answers, { settings: build });
    const functions = groupLevels(rubric.pack.pack, card.cells);
    // (0.625 + 0 + 0) / 3; nothing else is answered, so each other practice could still be 3: (0.625 + 3 + 3) / 3
    expect(functions.find(({ key }) => key === 'implementation')).toMatchObject({
      ...{ name: 'Implementation', level: 0.208333, low: 0.208333, high: 2.208333 },
    });
    expect(functions).toHaveLength(5);
  });

  test('all questions answered with the best are the top everywhere', () => {
    const card = cardOf(Object.fromEntries(criteria.map(({ id }) => [id, 'most'])));
    expect(card.cells.every(({ level, coverage }) => level === 3 && coverage === 1)).toBe(true);
    expect(card.percentToTarget.value).toBe(1);
  });
});
