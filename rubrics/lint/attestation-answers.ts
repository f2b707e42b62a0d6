import { answersOf } from '../answers-of.ts';
import { type Check, type Fault, leafOf, testsIn } from './check.ts';

/** A criterion asks for at most one attestation, and the answer that meets it is one of those offered, but not the least. */
export const attestationAnswers: Check = {
  key: 'attestation-answers',
  find: (source) =>
    source.criteria.flatMap((criterion) => {
      const { file } = criterion;
      const leaves = testsIn(criterion).flatMap(({ test, path }) => {
        const found = leafOf(test);
        return found?.kind === 'attestation' ? [{ leaf: found.leaf, path }] : [];
      });
      const extra: Fault[] = leaves.slice(1).map(({ path }) => ({
        file,
        path: [...path, 'attestation'],
        message: 'one criterion asks for two attestations, but only one answer is kept for it',
        instead: 'split the criterion, or ask once with several answers',
      }));
      const answers = leaves.flatMap(({ leaf, path }) => {
        const sets = source.pack?.value.answer_sets;
        const offered = answersOf(leaf, sets)?.map(({ key }) => key);
        if (offered === undefined) {
          if (!source.pack) return [];
          const known = sets?.map(({ key }) => key).join(', ');
          const message = `the answers "${leaf.answer_set}" are not among the answer sets of pack.yaml`;
          const instead = known ? `write one of ${known}` : 'add "answer_sets:" to pack.yaml';
          return [{ file, path: [...path, 'answer_set'], message, instead }];
        }
        if (offered.indexOf(leaf.attestation) > 0) return [];
        const message = `"${leaf.attestation}" is not an answer that can meet it`;
        const instead = `write one of ${offered.slice(1).join(', ')}`;
        return [{ file, path: [...path, 'attestation'], message, instead }];
      });
      return [...extra, ...answers];
    }),
};
