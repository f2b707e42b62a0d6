// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import type { AnswerValue, AskedQuestion } from '#app/_ui/questions/question.ts';
import { questionViews } from '#app/_ui/questions/registry.ts';
import { questionTypes } from '#rubrics/question-types/registry.ts';

afterEach(cleanup);

const asked = (kind: string): AskedQuestion => ({
  key: 'q',
  kind,
  text: 'What do you think?',
  capability: null,
  capabilityName: null,
  items: [
    { key: 'usefulness', text: 'Useful' },
    { key: 'ease', text: 'Easy' },
  ],
  options: [
    { key: 'saves-time', text: 'It saves me time' },
    { key: 'other', text: 'Another reason' },
  ],
});

/** Draws a question with a value; returns what it says when it is answered. */
function draw(kind: string, value?: AnswerValue) {
  const onChange = vi.fn();
  const view = questionViews[kind];
  if (view === undefined) throw new Error(`no view of ${kind}`);
  render(
    <>
      <h1 id="question">What do you think?</h1>
      <view.Component question={asked(kind)} value={value} onChange={onChange} labelledBy="question" />
    </>,
  );
  return { onChange, isComplete: (given?: AnswerValue) => view.isComplete(asked(kind), given) };
}

test('every kind of question that can be added up can be asked, and the other way round', () => {
  expect(Object.keys(questionViews).sort()).toEqual(Object.keys(questionTypes).sort());
});

test.each(Object.keys(questionViews))(
  '%s is not complete before it is answered, and all its controls have names',
  (kind) => {
    const { isComplete } = draw(kind);
    expect(isComplete()).toBe(false);
    for (const radio of screen.queryAllByRole('radio')) expect(radio.closest('label') ?? radio).toBeTruthy();
    for (const group of screen.queryAllByRole('radiogroup'))
      expect(group.getAttribute('aria-labelledby')).toContain('question');
  },
);

test('an agreement goes from 1 to 5, or says that one does not know', () => {
  const { onChange } = draw('agreement');
  fireEvent.click(screen.getByLabelText('Strongly agree'));
  fireEvent.click(screen.getByLabelText('I do not know'));
  expect(onChange.mock.calls).toEqual([[5], ['dont-know']]);
});

test('UMUX-Lite is complete when both statements are rated', () => {
  const { onChange, isComplete } = draw('umux-lite', { usefulness: 6 });
  fireEvent.click(screen.getAllByRole('radio')[7 + 4] ?? document.body);
  expect(onChange).toHaveBeenCalledWith({ usefulness: 6, ease: 5 });
  expect(isComplete({ usefulness: 6 })).toBe(false);
  expect(isComplete({ usefulness: 6, ease: 5 })).toBe(true);
});

test('a choice is told by its key', () => {
  const { onChange } = draw('single-choice');
  fireEvent.click(screen.getByLabelText('Another reason'));
  expect(onChange).toHaveBeenCalledWith('other');
});

test('a comment of blanks is none', () => {
  const { onChange, isComplete } = draw('comment', '   ');
  expect(isComplete('   ')).toBe(false);
  fireEvent.change(screen.getByLabelText('Your words'), { target: { value: '' } });
  expect(onChange).toHaveBeenCalledWith(undefined);
});
