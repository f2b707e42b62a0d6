import fc from 'fast-check';
import type { Bundle } from '#rubrics/evidence/bundle.ts';
import type { Rubric } from '#rubrics/rubric.ts';
import { type Answer, answersRubric, question } from './build-answers-pack.ts';
import { buildAttestation, buildBundle, buildCapability, daysBefore } from './build-bundle.ts';

const IDS = ['USE-1.a', 'USE-1.b', 'USE-2.a', 'USE-3.b'] as const;
const CAPABILITIES = ['builds', 'data'];

/** What may be different at each place: a question at a capability. */
const place = fc.record({
  answer: fc.option(fc.constantFrom<Answer>('no', 'some', 'half', 'most')),
  target: fc.option(fc.constantFrom(0, 0.25, 0.5, 1)),
  approval: fc.constantFrom('none', 'none', 'none', 'none', 'exempt', 'not_applicable'),
});

export type AnswersCase = { rubric: Rubric; bundle: Bundle };

/** Small packs that add up answers in every way there is, with answers, targets of single questions, needs and efforts. */
export const arbitraryAnswers: fc.Arbitrary<AnswersCase> = fc
  .record({
    part: fc.constantFrom('sum', 'mean', 'minimum'),
    aspect: fc.constantFrom('sum', 'mean', 'minimum'),
    default: fc.integer({ min: 1, max: 3 }),
    /** by question: asked of the platform once, what it needs, and its person-days in quarters */
    questions: fc.array(
      fc.record({
        ofPlatform: fc.boolean(),
        needs: fc.array(fc.nat(3), { maxLength: 1 }),
        quarters: fc.option(fc.integer({ min: 1, max: 24 }), { freq: 8 }),
      }),
      { minLength: 4, maxLength: 4 },
    ),
    places: fc.array(place, { minLength: 8, maxLength: 8 }),
    weights: fc.array(fc.constantFrom(0, 0.5, 1, 3), { minLength: 2, maxLength: 2 }),
    isOffered: fc.array(fc.constantFrom(true, true, true, false), { minLength: 2, maxLength: 2 }),
  })
  .map(({ part, aspect, default: aim, questions, places, weights, isOffered }) => {
    const isShared = (i: number) => questions[i]?.ofPlatform === true;
    const criteria = IDS.map((id, i) => {
      const { ofPlatform = false, needs = [], quarters = null } = questions[i] ?? {};
      const needed = needs.filter((n) => n !== i && (isShared(n) || !ofPlatform)).flatMap((n) => IDS[n] ?? []);
      return question(id, {
        ...(ofPlatform ? { scope: 'platform' as const } : {}),
        ...(needed.length === 0 ? {} : { needs: needed }),
        ...(quarters === null ? {} : { effort: quarters / 4 }),
      });
    });
    const given = CAPABILITIES.flatMap((capability, row) =>
      IDS.flatMap((criterion, i) => {
        const at = places[row * IDS.length + i];
        // what is asked of the platform has one answer
        return at === undefined ? [] : [{ ...at, criterion, capability, isFirst: row === 0, isShared: isShared(i) }];
      }),
    );
    const own = given
      .filter((one) => !one.isShared || one.isFirst)
      .map((one) => ({ ...one, capability: one.isShared ? null : one.capability }));
    const at = { selfApproved: false, approvedAt: daysBefore(5) };
    const bundle = buildBundle({
      settings: {
        ...buildBundle().settings,
        capabilities: CAPABILITIES.map((key, i) =>
          buildCapability({
            ...{ key, name: key, weight: weights[i] ?? 1 },
            state: isOffered[i] === false ? 'not_offered' : 'offered',
          }),
        ),
        itemTargets: given.flatMap(({ criterion, capability, target }) =>
          target === null ? [] : [{ criterion, capability, value: target }],
        ),
      },
      attestations: own.flatMap(({ criterion, capability, answer }) =>
        answer === null ? [] : [buildAttestation(criterion, { capability, answer })],
      ),
      exemptions: own.flatMap(({ criterion, capability, approval }) =>
        approval === 'exempt' ? [{ criterion, capability, ...at, expiresAt: daysBefore(-30) }] : [],
      ),
      notApplicable: own.flatMap(({ criterion, capability, approval }) =>
        approval === 'not_applicable' ? [{ criterion, capability, ...at }] : [],
      ),
    });
    const rubric = answersRubric(
      { roll_up: { criterion: 'answer', part, aspect }, targets: { default: aim } },
      criteria,
    );
    return { rubric, bundle };
  });
