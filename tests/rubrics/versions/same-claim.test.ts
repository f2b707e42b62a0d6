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
  ['Backups are restored every month', 'Backups are not restored every month'],
  ['Failures are shown to the team', 'Failures aren’t shown to the team'],
  ['Answers come within 5 days', 'Answers come within 50 days'],
  ['A service has two maintainers at least', 'A service has twelve maintainers at least'],
  ['All teams use the platform', 'Some teams use the platform'],
  ['Documentation is kept with the code', 'Upgrades happen without hands'],
])('“%s” and “%s” do not', (a, b) => {
  expect(isSameClaim(a, b)).toBe(false);
});
