import { catalogueOperations } from '../catalogue/operations.ts';
import { evidenceOperations } from '../evidence/operations.ts';
import { surveyOperations } from '../surveys/operations.ts';
import type { Operation } from './operation.ts';

/** Every feature's operations, one line each. */
export const OPERATIONS: readonly Operation[] = [...catalogueOperations, ...evidenceOperations, ...surveyOperations];
