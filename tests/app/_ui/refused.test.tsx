import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { Refused } from '#app/_ui/refused.tsx';

test('a refusal is read out when it appears', () => {
  const html = renderToStaticMarkup(<Refused>Somebody changed this a moment ago.</Refused>);
  expect(html).toContain('role="alert"');
  expect(html).toContain('Somebody changed this a moment ago.');
});

test('where nothing was refused there is nothing', () => {
  expect([null, '', undefined].map((error) => renderToStaticMarkup(<Refused>{error}</Refused>))).toEqual(['', '', '']);
});
