import { expect, test } from 'vitest';
import { listThinEvidence, measureEvidence } from '#server/overview/measure-evidence.ts';
import { buildCell, buildCriterion } from '#tests/support/build-cell.ts';

const stale = { state: 'unknown', reason: 'stale' } as const;
const missing = { state: 'unknown', reason: 'no_data' } as const;

test('a criterion of the whole platform that is stale counts once, however many cells have a copy', () => {
  const copy = buildCriterion({ id: 'MEA-2.a', inherited: true, ...stale });
  const own = buildCriterion({ id: 'MEA-2.b', ...stale });
  const cells = [
    buildCell({ capability: 'data', criteria: [copy, own] }),
    buildCell({ capability: 'apis', criteria: [copy, own] }),
  ];
  expect(measureEvidence(cells).stale).toBe(3);
});

test('a symptom tested on old evidence is stale, too', () => {
  const symptom = buildCriterion({ id: 'OPS-1.b', level: 1, role: 'limiter', state: 'not_met', stale: true });
  expect(measureEvidence([buildCell({ criteria: [symptom] })]).stale).toBe(1);
});

// required criteria weigh 2: of data 1 of 3 is decided, of apis 2 of 3, of both 3 of 6
test('coverage is the decided part of what is asked, and a capability is thin below one half', () => {
  const [a, b, c] = ['INT-2.a', 'INT-2.b', 'INT-2.c'];
  const cells = [
    buildCell({
      capability: 'data',
      criteria: [
        buildCriterion({ id: a }),
        buildCriterion({ id: b, ...missing }),
        buildCriterion({ id: c, ...missing }),
      ],
    }),
    buildCell({
      capability: 'apis',
      criteria: [buildCriterion({ id: a }), buildCriterion({ id: b }), buildCriterion({ id: c, ...stale })],
    }),
  ];
  expect(measureEvidence(cells).coverage).toBe(0.5);
  expect(listThinEvidence(cells)).toEqual([
    { capability: 'data', coverage: expect.closeTo(1 / 3, 5), reason: 'no_data', criteria: 2 },
  ]);
});
