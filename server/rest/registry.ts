import { assessmentOperations } from '../assessments/operations.ts';
import { attestationOperations } from '../attestations/operations.ts';
import { backlogOperations } from '../backlog/operations.ts';
import { campaignOperations } from '../campaigns/operations.ts';
import { catalogueOperations } from '../catalogue/operations.ts';
import { sourceOperations } from '../collection/operations.ts';
import { evidenceOperations } from '../evidence/operations.ts';
import { exemptionOperations } from '../exemptions/operations.ts';
import { overviewOperations } from '../overview/operations.ts';
import { budgetOperations } from '../planning/budget-operations.ts';
import { planningOperations } from '../planning/operations.ts';
import { ratingRoundOperations } from '../rating-rounds/operations.ts';
import { reportOperations } from '../reports/operations.ts';
import { rubricOperations } from '../rubrics/operations.ts';
import { selfAssessmentOperations } from '../self-assessment/operations.ts';
import { surveyOperations } from '../surveys/operations.ts';
import { trackingOperations } from '../tracking/operations.ts';
import type { Operation } from './operation.ts';

/** Every feature's operations, one line each. */
export const OPERATIONS: readonly Operation[] = [
  ...assessmentOperations,
  ...reportOperations,
  ...rubricOperations,
  ...attestationOperations,
  ...backlogOperations,
  ...budgetOperations,
  ...overviewOperations,
  ...campaignOperations,
  ...catalogueOperations,
  ...evidenceOperations,
  ...sourceOperations,
  ...exemptionOperations,
  ...selfAssessmentOperations,
  ...planningOperations,
  ...ratingRoundOperations,
  ...surveyOperations,
  ...trackingOperations,
];
