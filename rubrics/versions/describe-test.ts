import type { AppliesTo, Test } from '../pack.ts';

/**
 * A test on one line, in the words of the pack: `self-service-rate latest >= 80%, window 30d`. The same in every language, for
 * pages, differences and the command line; what is not written is not said.
 */
export function describeTest(test: Test): string {
  const only = test.applies_to === undefined ? '' : ` [only ${describeAppliesTo(test.applies_to)}]`;
  return `${bodyOf(test)}${only}`;
}

const list = (tests: readonly Test[]) => `(${tests.map(describeTest).join('; ')})`;
const option = (name: string, value: string | number | undefined) => (value === undefined ? [] : [`${name} ${value}`]);

function bodyOf(test: Test): string {
  if ('all' in test) return `all ${list(test.all)}`;
  if ('any' in test) return `any ${list(test.any)}`;
  if ('at_least' in test) return `at least ${test.at_least.count} of ${list(test.at_least.of)}`;
  if ('not' in test) return `not (${describeTest(test.not)})`;
  return leafOf(test);
}

function leafOf(test: Exclude<Test, { all: Test[] } | { any: Test[] } | { at_least: object } | { not: Test }>): string {
  if ('metric' in test) {
    const over = test.denominator === undefined ? '' : ` / ${test.denominator}`;
    const of = test.label === undefined ? '' : ` of ${test.label}`;
    const where = Object.entries(test.where ?? {}).map(([label, values]) => `where ${label} is ${values.join(' or ')}`);
    return [
      `${test.metric}${over} ${test.statistic}${of} ${test.is}`,
      ...where,
      ...option('window', test.window),
      ...option('max age', test.max_age),
      ...option('min samples', test.min_samples),
    ].join(', ');
  }
  if ('survey' in test) {
    const answers = test.answers === undefined ? '' : ` of ${test.answers.join(' or ')}`;
    return [
      `survey ${test.survey} ${test.statistic}${answers} ${test.is}`,
      ...option('audience', test.audience),
      ...option('floor', test.floor),
      ...option('confidence', test.confidence),
      ...option('max age', test.max_age),
    ].join(', ');
  }
  return [
    `attestation at least ${test.attestation}`,
    ...(test.answers === undefined ? [] : [`answers ${test.answers.join(', ')}`]),
    ...option('answer set', test.answer_set),
    ...(test.shares === undefined ? [] : [`shares its answer with ${test.shares.join(', ')}`]),
    ...(test.link === true ? ['with a link'] : []),
    ...option('valid', test.valid),
  ].join(', ');
}

/** Where a criterion or a part of its test applies, on one line. */
export function describeAppliesTo({ capabilities, consumption, mandatory }: AppliesTo): string {
  return [
    ...(capabilities === undefined ? [] : [capabilities.join(', ')]),
    ...(consumption === undefined ? [] : [consumption.join(' or ')]),
    ...(mandatory === undefined ? [] : [mandatory ? 'mandatory' : 'not mandatory']),
  ].join('; ');
}
