import { expect, test } from 'vitest';
import { makeTaskLine, type TaskLine } from '#server/tasks/task-line.ts';
import { person, START, token } from '#tests/support/test-context.ts';

const ask = (line: TaskLine, id: string, key = 'any') =>
  line.join({ key, input: null, actor: person('viewer', { id }), now: START }, () => {});
const whose = (line: TaskLine) => {
  const { actor } = line.next()?.request ?? { actor: null };
  return actor?.kind === 'person' ? actor.id : null;
};

test('first come, first served among those who wait alone', () => {
  const line = makeTaskLine();
  for (const id of ['ada', 'ben', 'cleo']) void ask(line, id);
  expect([whose(line), whose(line), whose(line), whose(line)]).toEqual(['ada', 'ben', 'cleo', null]);
});

test('who asks for much at once lets others pass, and is not forgotten', () => {
  const line = makeTaskLine();
  for (let i = 0; i < 5; i += 1) void ask(line, 'ada');
  expect([whose(line), whose(line)]).toEqual(['ada', 'ada']);
  void ask(line, 'ben');
  void ask(line, 'cleo');
  expect([whose(line), whose(line), whose(line), whose(line)]).toEqual(['ben', 'cleo', 'ada', 'ada']);
  expect(line.waiting()).toBe(1);
});

test('what is answered counts no longer', async () => {
  const line = makeTaskLine();
  const asked = ask(line, 'ada', 'first');
  line.next()?.answer({ kind: 'done', output: 1 });
  expect(await asked).toEqual({ kind: 'done', output: 1 });
  void ask(line, 'ada');
  void ask(line, 'ben');
  expect([whose(line), whose(line)]).toEqual(['ada', 'ben']);
});

test('nobody has more than eight tasks open, and tokens are counted apart from people', async () => {
  const line = makeTaskLine();
  for (let i = 0; i < 8; i += 1) void ask(line, 'ada');
  expect(await ask(line, 'ada')).toMatchObject({ kind: 'refused', code: 'TOO_MANY_REQUESTS' });
  void line.join({ key: 'any', input: null, actor: token(['read']), now: START }, () => {});
  expect(line.waiting()).toBe(9);
});
