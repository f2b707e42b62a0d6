import type { Assumption } from '#rubrics/scoring/assume-states.ts';
import { createScenario, createScenarioInput } from '#server/planning/create-scenario.ts';
import { MAINTAINERS } from './build-backlog.ts';
import type { TestContext } from './test-context.ts';

/** What lifts Investment in `data` from 1 to 2 on the evidence of `backlogContext`. */
export const SECOND_MAINTAINER: Assumption = { ...MAINTAINERS, state: 'met' };

/** Keeps a what-if in which a second maintainer is found, or what is given. */
export function keepScenario(ctx: TestContext, given: Record<string, unknown> = {}) {
  const input = { platform: 'payments', name: 'More people', assumptions: [SECOND_MAINTAINER], ...given };
  return createScenario(ctx, createScenarioInput.parse(input));
}
