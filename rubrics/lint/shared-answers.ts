import { answersOf } from '../answers-of.ts';
import { type Check, leavesIn } from './check.ts';

/** A criterion that takes over answers of another of its pack can use them: both are about the same, with an answer in common. */
export const sharedAnswers: Check = {
  key: 'shared-answers',
  find: (source) => {
    const sets = source.pack?.value.answer_sets;
    const leaves = leavesIn(source).filter((found) => found.kind === 'attestation');
    const answered = new Map(leaves.map((found) => [found.criterion.id, found]));
    return leaves.flatMap(({ file, path, criterion, leaf }) =>
      (leaf.shares ?? []).flatMap((id, index) => {
        const fault = (message: string, instead: string) => [
          { file, path: [...path, 'shares', index], message, instead },
        ];
        if (id === criterion.id) return fault(`${id} shares its own answers`, 'remove it');
        const other = answered.get(id);
        // of another pack: nothing is known of it here
        if (other === undefined) return [];
        if (other.criterion.scope !== criterion.scope)
          return fault(
            `${id} is asked of the ${other.criterion.scope}, ${criterion.id} is not`,
            'share answers of one scope',
          );
        const mine = answersOf(leaf, sets)?.map(({ key }) => key) ?? [];
        const theirs = answersOf(other.leaf, sets)?.map(({ key }) => key) ?? [];
        return mine.some((key) => theirs.includes(key))
          ? []
          : fault(`no answer to ${id} is among those offered here`, `offer ${theirs.join(', ')}`);
      }),
    );
  },
};
