import { expect, test } from 'vitest';
import { makeTaskLine, type TaskLine } from '#server/tasks/task-line.ts';
import { person, START, token } from '#tests/support/test-context.ts';

const ask = (line: TaskLine, id: string, { key = 'any', long = false } = {}) =>
  line.join({ key, long, input: null, actor: person('viewer', { id }), now: START }, () => {});
const whose = (line: TaskLine) => {
  const { actor } = line.next()?.request ?? { actor: null };
  return actor?.kind === 'person' ? actor.id : null;
};

test('first come, first served among those who wait alone', () => {
  const line = makeTaskLine(2);
  for (const id of ['ada', 'ben', 'cleo']) void ask(line, id);
  expect([whose(line), whose(line), whose(line), whose(line)]).toEqual(['ada', 'ben', 'cleo', null]);
});

test('who asks for much at once lets others pass, and is not forgotten', () => {
  const line = makeTaskLine(2);
  for (let i = 0; i < 5; i += 1) void ask(line, 'ada');
  expect([whose(line), whose(line)]).toEqual(['ada', 'ada']);
  void ask(line, 'ben');
  void ask(line, 'cleo');
  expect([whose(line), whose(line), whose(line), whose(line)]).toEqual(['ben', 'cleo', 'ada', 'ada']);
  expect(line.waiting()).toBe(1);
});

test('what is answered counts no longer', async () => {
  const line = makeTaskLine(2);
  const asked = ask(line, 'ada', { key: 'first' });
  line.next()?.answer({ kind: 'done', output: 1 });
  expect(await asked).toEqual({ kind: 'done', output: 1 });
  void ask(line, 'ada');
  void ask(line, 'ben');
  expect([whose(line), whose(line)]).toEqual(['ada', 'ben']);
});

test('nobody has more than eight tasks open, and tokens are counted apart from people', async () => {
  const line = makeTaskLine(2);
  for (let i = 0; i < 8; i += 1) void ask(line, 'ada');
  expect(await ask(line, 'ada')).toMatchObject({ kind: 'refused', code: 'TOO_MANY_REQUESTS' });
  void line.join({ key: 'any', long: false, input: null, actor: token(['read']), now: START }, () => {});
  expect(line.waiting()).toBe(9);
});

test('long tasks of one person leave a thread to others, and go on as soon as one of them is done', async () => {
  const line = makeTaskLine(2);
  const first = ask(line, 'ada', { long: true });
  void ask(line, 'ada', { long: true });
  const running = line.next();
  expect(running?.request.actor).toMatchObject({ id: 'ada' });
  // the second thread stays free though something waits
  expect([line.next(), line.waiting()]).toEqual([undefined, 1]);
  void ask(line, 'ben', { long: true });
  expect(whose(line)).toBe('ben');
  running?.answer({ kind: 'done', output: 1 });
  expect(whose(line)).toBe('ada');
  await first;
});

test('what is short waits for nothing of the same person, and of a single thread nothing is held back', () => {
  const line = makeTaskLine(2);
  void ask(line, 'ada', { long: true });
  void ask(line, 'ada');
  expect([whose(line), whose(line)]).toEqual(['ada', 'ada']);
  const single = makeTaskLine(1);
  for (let i = 0; i < 2; i += 1) void ask(single, 'ada', { long: true });
  expect([whose(single), whose(single)]).toEqual(['ada', 'ada']);
});
