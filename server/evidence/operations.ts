import { z } from 'zod';
import { type Operation, operation, rawOperation } from '../rest/operation.ts';
import {
  listMetricDefinitions,
  listMetricDefinitionsInput,
  metricDefinitionsSchema,
} from './list-metric-definitions.ts';
import { receiveMetrics } from './receive-metrics.ts';
import { recordedSchema } from './record-samples.ts';
import { sampleSchema } from './sample.ts';

export const evidenceOperations: readonly Operation[] = [
  rawOperation({
    method: 'POST',
    path: '/metrics',
    summary:
      'Takes in metric samples, durably. Bad samples are named by index and reason; the others are kept. An Idempotency-Key is honoured for 24 hours.',
    scope: 'metrics:write',
    input: z.object({}),
    consumes: {
      'application/json': z.strictObject({ samples: z.array(sampleSchema) }),
      'application/x-ndjson': sampleSchema,
    },
    produces: { 'application/json': recordedSchema },
    answer: (ctx, _, request) => receiveMetrics(ctx, request),
  }),
  operation({
    method: 'GET',
    path: '/metric-definitions',
    summary: 'The metric catalogue: keys, units, labels, and the criteria that each metric feeds.',
    scope: 'read',
    input: listMetricDefinitionsInput,
    output: metricDefinitionsSchema,
    run: listMetricDefinitions,
  }),
];
