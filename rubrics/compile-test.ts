import { compileAttestation, compileMetric, compileSurvey, type LeafContext } from './compile-leaf.ts';
import type { CombinationTest, CompiledTest, LeafTest } from './compiled.ts';
import type { Test } from './pack.ts';

/** Turns the test of a criterion into its compiled form. What is wrong is told to `context.refuse`; then the result is null. */
export function compileTest(test: Test, context: LeafContext): CompiledTest | null {
  if (test.applies_to && context.platformScope && context.path.length > 1) {
    context.refuse(
      [...context.path, 'applies_to'],
      'a criterion of the platform is tested once: put applies_to on the criterion',
    );
  }
  const compiled = compileBody(test, context);
  return compiled && { appliesTo: test.applies_to ?? null, test: compiled };
}

function compileBody(test: Test, context: LeafContext): LeafTest | CombinationTest | null {
  if ('metric' in test) return compileMetric(test, context);
  if ('survey' in test) return compileSurvey(test, context);
  if ('attestation' in test) return compileAttestation(test, context);
  if ('all' in test) return combine('all', test.all, { ...context, path: [...context.path, 'all'] });
  if ('any' in test) return combine('any', test.any, { ...context, path: [...context.path, 'any'] });
  if ('not' in test) {
    const child = compileTest(test.not, { ...context, path: [...context.path, 'not'] });
    return child && { kind: 'not', count: 0, children: [child] };
  }
  const { count, of } = test.at_least;
  const path = [...context.path, 'at_least'];
  if (count > of.length) context.refuse([...path, 'count'], `at least ${count} of ${of.length} can never be met`);
  const combination = combine('at_least', of, { ...context, path: [...path, 'of'] });
  return combination && { ...combination, count };
}

function combine(kind: CombinationTest['kind'], tests: Test[], context: LeafContext): CombinationTest | null {
  if (tests.length === 0) {
    context.refuse(context.path, 'a combination needs at least one test');
    return null;
  }
  const children = tests.flatMap((test, i) => compileTest(test, { ...context, path: [...context.path, i] }) ?? []);
  return children.length === tests.length ? { kind, count: 0, children } : null;
}
