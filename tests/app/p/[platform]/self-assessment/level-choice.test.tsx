// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { LevelChoice } from '#app/p/[platform]/self-assessment/level-choice.tsx';

const levels = ['Provisional', 'Operational', 'Scalable', 'Optimizing'].map((name, index) => ({
  level: index + 1,
  name,
}));
const steps = levels.map(({ level }) => ({ level, name: `Cell ${level}`, summary: `About ${level}.` }));
const aspect = { key: 'interfaces', name: 'Interfaces', question: 'How?', steps };

afterEach(cleanup);

function choose(claimed: number | null | undefined, disabled = false) {
  const chosen: (number | null)[] = [];
  render(
    <LevelChoice
      aspect={aspect}
      levels={levels}
      claimed={claimed}
      disabled={disabled}
      labelledBy="question"
      dontKnowAbout="Nothing is claimed."
      onChoose={(value) => chosen.push(value)}
    />,
  );
  return chosen;
}

test('four levels, three places between them and "don’t know" are answers of one group', () => {
  const chosen = choose(undefined);
  const radios = screen.getAllByRole('radio');
  for (const radio of radios) fireEvent.click(radio);
  expect(chosen).toEqual([1, 1.5, 2, 2.5, 3, 3.5, 4, null]);
  expect(new Set(radios.map((radio) => radio.getAttribute('name'))).size).toBe(1);
});

test.each([
  [2.5, 'Between Cell 2 and Cell 3'],
  [null, /Don’t know/],
  [4, /^Cell 4/],
])('the claim %s is the one that is marked', (claimed, name) => {
  choose(claimed);
  expect(screen.getAllByRole('radio', { checked: true })).toEqual([screen.getByRole('radio', { name })]);
});

test('nothing is marked before the first answer', () => {
  choose(undefined);
  expect(screen.queryAllByRole('radio', { checked: true })).toEqual([]);
});

test('whoever may not answer can press nothing', () => {
  const chosen = choose(2, true);
  for (const radio of screen.getAllByRole('radio')) expect(radio).toHaveProperty('disabled', true);
  expect(chosen).toEqual([]);
});
