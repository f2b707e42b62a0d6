import { expect, test } from 'vitest';
import { openEnvelope, sealEnvelope } from '#server/surveys/envelope.ts';
import { makeSealKey, privateHalf, publicHalf } from '#server/surveys/seal-key.ts';

const SECRET = 'the secret of this deployment';
const key = makeSealKey(SECRET, 'cycle-1');
const content = { team: 'sales', answers: [{ question: 'clarity', capability: null, value: 4 }] };

test('what is sealed opens with the private half of the cycle’s key', () => {
  const sealed = sealEnvelope(publicHalf(key), 'cycle-1', content);
  expect(openEnvelope(privateHalf(SECRET, 'cycle-1', key), 'cycle-1', sealed)).toEqual(content);
});

test('a short and a long answer have envelopes of one length, and the same answer never the same envelope', () => {
  const long = { ...content, words: 'ü'.repeat(2000) };
  const envelopes = [content, content, long].map((one) => sealEnvelope(publicHalf(key), 'cycle-1', one));
  expect(new Set(envelopes.map(({ length }) => length)).size).toBe(1);
  expect(new Set(envelopes).size).toBe(3);
});

test('the longest comment that the form takes fits, whatever it is written in', () => {
  const worst = { ...content, words: '€'.repeat(2000) };
  expect(() => sealEnvelope(publicHalf(key), 'cycle-1', worst)).not.toThrow();
  expect(() => sealEnvelope(publicHalf(key), 'cycle-1', { words: 'x'.repeat(9000) })).toThrow('too long');
});

test('an envelope that was changed, or belongs to another cycle, does not open', () => {
  const sealed = sealEnvelope(publicHalf(key), 'cycle-1', content);
  const half = privateHalf(SECRET, 'cycle-1', key);
  const changed = `${sealed.slice(0, -4)}${sealed.endsWith('AAAA') ? 'BBBB' : 'AAAA'}`;
  expect(() => openEnvelope(half, 'cycle-1', changed)).toThrow();
  expect(() => openEnvelope(half, 'cycle-2', sealed)).toThrow();
});

test('the stored key is of no use without the deployment’s secret, nor for another cycle', () => {
  expect(() => privateHalf('another secret', 'cycle-1', key)).toThrow();
  expect(() => privateHalf(SECRET, 'cycle-2', key)).toThrow();
});
