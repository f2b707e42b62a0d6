import fc from 'fast-check';
import { expect, test } from 'vitest';
import { firstBody, hasMark, plainMarkdown, putSection } from '#server/trackers/section-markdown.ts';
import type { Section } from '#server/trackers/tracker.ts';

const section = (fact: string): Section => ({
  mark: 'plumbline:1',
  address: 'https://plumbline.example.org/p/payments/backlog/1',
  facts: [fact],
  criteria: ['INV-2.b Two maintainers (Data)'],
});

test.each([
  ['@alice', /@\w/],
  ['see #12 and acme/platform#12', /#\d/],
  ['GH-12', /GH-\d/],
  ['!7 %3 &4 $5 ~bug', /[!%&$~]\w/],
  ['/close', /^\/close/],
  ['<script>alert(1)</script>', /(?<!\\)<script/],
  ['<!-- plumbline:1 -->', /<!-- plumbline/],
  ['# Heading', /^# /],
  ['[click](http://evil.example.org)', /\]\(/],
  ['```\ncode', /```/],
  ['Setext\n===', /^===/m],
  // what only begins like an address is no link, and would be read like any other text
  ['https://@alice and http://#12', /[@#]\w/],
  ['https://`code` and http://*strong*', /(?<!\\)[`*]/],
  ['https://wiki.example.org|@alice', /@\w/],
])('%s says what it says and does nothing', (text, active) => {
  expect(plainMarkdown(text)).not.toMatch(active);
});

test('an address stays an address', () => {
  const text = 'see https://wiki.example.org/a_b/c?d=1#e, then go';
  expect(plainMarkdown(text)).toContain('https://wiki.example.org/a_b/c?d=1#e,');
});

test('what people write around the section stays, byte for byte, however often the section changes', () => {
  fc.assert(
    fc.property(
      fc.string(),
      fc.string(),
      fc.array(fc.string(), { minLength: 1, maxLength: 4 }),
      (above, below, facts) => {
        const first = putSection('', section('first'));
        let body = `${above}\n${first}\n${below}`;
        for (const fact of facts) body = putSection(body, section(fact));
        expect(body.startsWith(`${above}\n<!-- plumbline:1 -->`)).toBe(true);
        expect(body.endsWith(`<!-- /plumbline:1 -->\n${below}`)).toBe(true);
      },
    ),
  );
});

test('putting the same section twice changes nothing', () => {
  const once = putSection('Words of people', section('State: done'));
  expect(putSection(once, section('State: done'))).toBe(once);
  expect(once).toMatch(/^Words of people\n\n<!-- plumbline:1 -->\n/);
});

test('a section whose end somebody removed takes nothing of what follows', () => {
  const body = putSection('', section('State: done')).replace('<!-- /plumbline:1 -->', 'Theirs');
  expect(putSection(body, section('State: planned'))).toContain('Theirs');
});

test('the section of another improvement is left alone', () => {
  const other = putSection('', { ...section('Other'), mark: 'plumbline:2' });
  const both = putSection(other, section('Ours'));
  expect(hasMark(both, 'plumbline:2') && hasMark(both, 'plumbline:1')).toBe(true);
  expect(both.startsWith(other)).toBe(true);
});

test('the first text is what its author wrote, then the section', () => {
  expect(firstBody('Ask *them*', section('State: proposed'))).toMatch(/^Ask \\\*them\\\*\n\n<!-- plumbline:1 -->/);
  expect(firstBody('', section('State: proposed'))).toMatch(/^<!-- plumbline:1 -->/);
});
