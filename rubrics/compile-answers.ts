import type { CompiledTest } from './compiled.ts';
import type { Criterion, PackFile } from './pack.ts';

type Refuse = (path: readonly PropertyKey[], message: string) => void;

/** What a criterion must keep to in a pack that adds up answers, and must leave alone in one with gated levels. */
export function checkAnswers(criterion: Criterion, pack: PackFile, refuse: Refuse): void {
  const rollUp = pack.roll_up ?? 'gated';
  const parts = pack.aspects.find(({ key }) => key === criterion.aspect)?.parts?.map(({ key }) => key) ?? [];
  if (rollUp === 'gated') {
    if (criterion.part !== undefined) refuse(['part'], 'where levels are gated an aspect has no parts');
    return;
  }
  if (criterion.role !== 'required')
    refuse(['role'], 'where answers are added up every criterion counts by its answer: write "required"');
  if (parts.length === 0 && criterion.part !== undefined) refuse(['part'], 'this aspect has no parts');
  if (parts.length > 0 && !parts.includes(criterion.part ?? ''))
    refuse(['part'], `write one of the parts of "${criterion.aspect}": ${parts.join(', ')}`);
  if ('attestation' in criterion.test) {
    const set = pack.answer_sets?.find(
      ({ key }) => 'answer_set' in criterion.test && key === criterion.test.answer_set,
    );
    const last = set?.answers.at(-1)?.key;
    if (last !== undefined && criterion.test.attestation !== last)
      refuse(['test', 'attestation'], `where answers are added up it is met by the full answer: write "${last}"`);
  }
}

/** What the full answer counts; 1 where answers have no numbers, or metrics or surveys decide. */
export function fullValueOf({ test }: CompiledTest): number {
  return (test.kind === 'attestation' ? test.values?.at(-1) : undefined) ?? 1;
}
