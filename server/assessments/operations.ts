import { bundleSchema } from '#rubrics/evidence/bundle.ts';
import { explanationSchema } from '#rubrics/scoring/explanation.ts';
import { scorecardSchema } from '#rubrics/scoring/scorecard.ts';
import { operation, rawOperation } from '../rest/operation.ts';
import { pageByKey, pageInput, pageOf } from '../rest/paging.ts';
import { assessmentSummarySchema } from './assessment-summary.ts';
import { freezeAssessment, freezeAssessmentInput } from './freeze-assessment.ts';
import { listAssessments, listAssessmentsInput, listedAssessmentSchema } from './list-assessments.ts';
import { listedScorecardSchema, listScorecards, listScorecardsInput } from './list-scorecards.ts';
import { publishAssessment, publishAssessmentInput } from './publish-assessment.ts';
import { assessmentSchema, readAssessment, readAssessmentInput } from './read-assessment.ts';
import { readBundle, readBundleInput } from './read-bundle.ts';
import { readComparison, readComparisonInput, readComparisonOutput } from './read-comparison.ts';
import { readExplanation, readExplanationInput } from './read-explanation.ts';
import { readScorecard, readScorecardInput } from './read-scorecard.ts';
import { readTrend, readTrendInput, trendSchema } from './read-trend.ts';
import { setAsideAssessment, setAsideAssessmentInput } from './set-aside-assessment.ts';

export const assessmentOperations = [
  operation({
    method: 'GET',
    path: '/scorecards',
    summary: 'Lists the cells of the current scorecard of every platform that one may see, by key.',
    scope: 'read',
    input: listScorecardsInput,
    output: pageOf(listedScorecardSchema),
    run: listScorecards,
  }),
  operation({
    method: 'GET',
    path: '/platforms/{platform}/scorecard',
    summary: 'Reads the current scorecard, or the one that the evidence known at `asOf` gives.',
    scope: 'read',
    input: readScorecardInput,
    output: scorecardSchema,
    run: readScorecard,
  }),
  rawOperation({
    method: 'GET',
    path: '/platforms/{platform}/bundle',
    summary: 'Reads everything that a score rests on beside the rubric, at `asOf` or now.',
    scope: 'read',
    input: readBundleInput,
    produces: { 'application/json': bundleSchema },
    // as the text that it is: long, and nothing here looks into it
    answer: async (ctx, input) =>
      new Response(await readBundle(ctx, input), {
        headers: { 'content-type': 'application/json', 'cache-control': 'no-store' },
      }),
  }),
  operation({
    method: 'GET',
    path: '/platforms/{platform}/trend',
    summary:
      'Reads the daily history, the published quarters, where the series breaks, and its direction if it has one.',
    scope: 'read',
    input: readTrendInput,
    output: trendSchema,
    run: readTrend,
  }),
  operation({
    method: 'GET',
    path: '/platforms/{platform}/comparison',
    summary: 'Compares two points, each a quarter, an assessment or a day: what moved, by evidence or rubric, and why.',
    scope: 'read',
    input: readComparisonInput,
    output: readComparisonOutput,
    run: readComparison,
  }),
  operation({
    method: 'GET',
    path: '/platforms/{platform}/cells/{capability}/{aspect}/explanation',
    summary: 'Explains one cell of the current scorecard: every test with what it saw and what it wanted.',
    scope: 'read',
    input: readExplanationInput,
    output: explanationSchema,
    run: readExplanation,
  }),
  operation({
    method: 'GET',
    path: '/platforms/{platform}/assessments',
    summary: 'Lists the frozen quarters, oldest first; those in review only to reviewers.',
    scope: 'read',
    input: listAssessmentsInput.extend(pageInput),
    output: pageOf(listedAssessmentSchema),
    run: async (ctx, { platform, ...page }) => {
      const { assessments } = await listAssessments(ctx, { platform });
      return pageByKey(assessments, page, ({ period, frozenAt, id }) => `${period} ${frozenAt} ${id}`);
    },
  }),
  operation({
    method: 'POST',
    path: '/platforms/{platform}/assessments',
    summary: 'Freezes a quarter: rubric, bundle and scorecard are kept for good and wait for review.',
    scope: 'assessments:write',
    input: freezeAssessmentInput,
    output: assessmentSummarySchema,
    status: 201,
    run: freezeAssessment,
  }),
  operation({
    method: 'GET',
    path: '/platforms/{platform}/assessments/{id}',
    summary: 'Reads one frozen quarter with its scorecard.',
    scope: 'read',
    input: readAssessmentInput,
    output: assessmentSchema,
    run: readAssessment,
  }),
  operation({
    method: 'POST',
    path: '/platforms/{platform}/assessments/{id}/publish',
    summary: 'Publishes a reviewed quarter; one of the same period that was published before is superseded.',
    scope: 'assessments:write',
    input: publishAssessmentInput,
    output: assessmentSummarySchema,
    run: publishAssessment,
  }),
  operation({
    method: 'POST',
    path: '/platforms/{platform}/assessments/{id}/set-aside',
    summary: 'Ends a review without publishing, so that the quarter can be frozen again.',
    scope: 'assessments:write',
    input: setAsideAssessmentInput,
    output: assessmentSummarySchema,
    run: setAsideAssessment,
  }),
];
