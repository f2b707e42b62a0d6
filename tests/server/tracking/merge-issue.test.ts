import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mergeIssue, type Seen, type Side } from '#server/tracking/merge-issue.ts';

const side = fc.record({ title: fc.constantFrom('a', 'b', 'c'), open: fc.boolean() });
const seenOf = (ours: Side, theirs: Side): Seen => ({ ours: { ...ours, section: '' }, theirs });
const TITLE = { title: 'a', open: true };

test('after both sides met nothing moves until somebody changes something', () => {
  fc.assert(
    fc.property(side, side, fc.boolean(), fc.boolean(), (ours, theirs, takes, theirsIsNewer) => {
      const merge = mergeIssue({ ours, theirs, seen: seenOf(ours, theirs), takes, theirsIsNewer });
      expect(merge).toEqual({ inward: {}, outward: {}, conflicts: [] });
    }),
  );
});

test('every exchange settles: what was moved makes both sides equal in it, and the next look moves nothing', () => {
  fc.assert(
    fc.property(side, side, side, side, fc.boolean(), (oldOurs, oldTheirs, ours, theirs, theirsIsNewer) => {
      const seen = seenOf(oldOurs, oldTheirs);
      const { inward, outward } = mergeIssue({ ours, theirs, seen, takes: true, theirsIsNewer });
      const [nextOurs, nextTheirs] = [
        { ...ours, ...inward },
        { ...theirs, ...outward },
      ];
      const again = mergeIssue({
        ...{ ours: nextOurs, theirs: nextTheirs, takes: true, theirsIsNewer },
        seen: seenOf(nextOurs, nextTheirs),
      });
      expect(again).toEqual({ inward: {}, outward: {}, conflicts: [] });
      for (const field of ['title', 'open'] as const) {
        if (field in inward || field in outward) expect(nextOurs[field]).toBe(nextTheirs[field]);
        expect(field in inward && field in outward).toBe(false);
      }
    }),
  );
});

test('a tracker that is only written to changes nothing here', () => {
  fc.assert(
    fc.property(side, side, side, side, (oldOurs, oldTheirs, ours, theirs) => {
      const seen = seenOf(oldOurs, oldTheirs);
      expect(mergeIssue({ ours, theirs, seen, takes: false, theirsIsNewer: true }).inward).toEqual({});
    }),
  );
});

test('where both changed the newer wins, and the conflict is told', () => {
  const both = { ours: { title: 'b', open: true }, theirs: { title: 'c', open: true }, seen: seenOf(TITLE, TITLE) };
  expect(mergeIssue({ ...both, takes: true, theirsIsNewer: true })).toEqual({
    inward: { title: 'c' },
    outward: {},
    conflicts: [{ field: 'title', kept: 'issue' }],
  });
  expect(mergeIssue({ ...both, takes: true, theirsIsNewer: false })).toEqual({
    inward: {},
    outward: { title: 'b' },
    conflicts: [{ field: 'title', kept: 'improvement' }],
  });
});

test('when they meet for the first time both stay as they are', () => {
  const merge = mergeIssue({
    ours: TITLE,
    theirs: { title: 'z', open: false },
    seen: null,
    takes: true,
    theirsIsNewer: true,
  });
  expect(merge).toEqual({ inward: {}, outward: {}, conflicts: [] });
});
