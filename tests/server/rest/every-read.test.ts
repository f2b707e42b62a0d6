import { afterAll, beforeEach, expect, test } from 'vitest';
import { insertUser } from '#db/queries/people.ts';
import { freezeAssessment } from '#server/assessments/freeze-assessment.ts';
import { publishAssessment } from '#server/assessments/publish-assessment.ts';
import { answerCriterion } from '#server/attestations/answer-criterion.ts';
import { createImprovement, createImprovementInput } from '#server/backlog/create-improvement.ts';
import { AppError } from '#server/errors.ts';
import { decideExemption } from '#server/exemptions/decide-exemption.ts';
import { requestExemption } from '#server/exemptions/request-exemption.ts';
import { OPERATIONS } from '#server/rest/registry.ts';
import { adoptVersion } from '#server/rubrics/adopt-version.ts';
import { createDraft } from '#server/rubrics/create-draft.ts';
import { publishDraft, publishDraftInput } from '#server/rubrics/publish-draft.ts';
import { knownRubric } from '#server/rubrics/rubric-of.ts';
import { scoringContext } from '#tests/support/build-assessment.ts';
import { createTestPlatform } from '#tests/support/build-catalogue.ts';
import { ownPack } from '#tests/support/build-own-pack.ts';
import { forgetRubrics } from '#tests/support/build-rubric-draft.ts';
import { makeSqlite } from '#tests/support/databases.ts';
import { person, type TestContext } from '#tests/support/test-context.ts';

beforeEach(forgetRubrics);
afterAll(forgetRubrics);

const platform = 'payments';
const capability = 'data';
const OTHER = person('admin', { id: 'otto' });

const RUBRICS = [
  { name: 'levels that are gated', rubric: 'cncf-platform@1.0.0', criteria: ['INT-2.a', 'OPS-2.a'] },
  { name: 'answers that are added up', rubric: 'owasp-samm@1.0.0', criteria: ['SB-1.a', 'SB-2.b'] },
  { name: 'six aspects of five levels', rubric: 'own-model@1.0.0', criteria: ['DEL-3.a', 'CAR-2.a'] },
] as const;

/** A platform scored by a rubric, with an answer, an exemption, an improvement and a published quarter. */
async function start(ctx: TestContext, { rubric, criteria: [answered, exempt] }: (typeof RUBRICS)[number]) {
  for (const id of ['erin', 'otto'])
    await insertUser(ctx.db, { id, name: id, email: `${id}@example.org`, password: null, at: ctx.now().toISOString() });
  await createTestPlatform(ctx.db, platform, [capability]);
  if (rubric.startsWith('own')) {
    const { id: draft, version } = await createDraft(ctx, { platform, files: ownPack({ levels: 5, aspects: 6 }) });
    await publishDraft(ctx, publishDraftInput.parse({ platform, draft, version }));
  }
  if (!rubric.startsWith('cncf')) await adoptVersion(ctx, { platform, rubric });
  await answerCriterion(ctx, { platform, capability, criterion: answered, answer: 'no' });
  const asked = { platform, kind: 'exemption' as const, criterion: exempt, capability, reason: 'It comes next year.' };
  const { id } = await requestExemption(ctx, { ...asked, expiresOn: '2026-12-31' });
  await decideExemption(ctx.as(OTHER), { id, approve: true });
  const wanted = { platform, title: 'Mend it', criteria: [{ criterion: answered, capability }] };
  await createImprovement(ctx, createImprovementInput.parse(wanted));
  const quarter = await freezeAssessment(ctx, { platform, period: '2026-Q4' });
  await publishAssessment(ctx.as(OTHER), { platform, id: quarter.id });
  return quarter.id;
}

/** Whether everything that a path names is known; what asks for more in its query is left out. */
function fill(path: string, known: Record<string, string>): Record<string, string> | null {
  const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
  const values = names.flatMap((name) => (known[name] === undefined ? [] : [[name, known[name]] as const]));
  return values.length === names.length ? Object.fromEntries(values) : null;
}

test.each(RUBRICS)('what the API answers is what its description says: $name', { timeout: 60_000 }, async (one) => {
  const { db, remove } = await makeSqlite();
  const ctx = scoringContext(db, person('admin', { id: 'erin' }));
  const assessment = await start(ctx, one);
  const [packId = '', packVersion = ''] = one.rubric.split('@');
  const aspect = knownRubric({ packId, packVersion })?.aspects[0] ?? '';
  const known = { platform, capability, aspect, criterion: one.criteria[0], rubric: one.rubric, assessment };
  let answered = 0;
  for (const { method, path, input, produces, answer } of OPERATIONS) {
    const places: Record<string, string> = path.includes('/assessments/{id}') ? { ...known, id: assessment } : known;
    const params = method === 'GET' ? fill(path, places) : null;
    const schema = produces['application/json'];
    if (params === null || !schema || !input.safeParse(params).success) continue;
    const request = new Request('http://127.0.0.1/api/v1');
    const reply = await answer(ctx, { params, request, readJson: async () => ({}) }).catch((error: unknown) => error);
    // what needs more than a platform, such as "?platform=", says so in a sentence
    if (!(reply instanceof Response)) {
      expect(reply).toBeInstanceOf(AppError);
      continue;
    }
    const body: unknown = await reply.json();
    expect({ path, issues: schema.safeParse(body).error?.issues ?? [] }).toEqual({ path, issues: [] });
    answered++;
  }
  expect(answered).toBeGreaterThan(35);
  await remove();
});
