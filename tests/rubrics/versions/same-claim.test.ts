import { expect, test } from 'vitest';
import { isSameClaim } from '#rubrics/versions/same-claim.ts';

test.each([
  ['Requests are answered within an hour', 'A request is answered within one hour'],
  ['Somebody is on call', 'Somebody is on call.'],
])('“%s” and “%s” claim the same', (a, b) => {
  expect(isSameClaim(a, b)).toBe(true);
});

test.each([
  ['Somebody is on call', 'Costs are shown to teams'],
  ['Documentation is kept with the code', 'Upgrades happen without hands'],
])('“%s” and “%s” do not', (a, b) => {
  expect(isSameClaim(a, b)).toBe(false);
});
