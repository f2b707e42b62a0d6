import { expect, test } from 'vitest';
import { parsePeriod, periodOf, previousPeriod } from '#server/assessments/period.ts';

const calendarYear = { fiscalYearStartMonth: 1, timeZone: 'UTC' };

test('a calendar quarter starts at midnight of its first month', () => {
  expect(periodOf(new Date('2026-08-15T12:00:00Z'), calendarYear)).toEqual({
    label: '2026-Q3',
    startsAt: '2026-07-01T00:00:00.000Z',
    endsAt: '2026-10-01T00:00:00.000Z',
  });
});

test('the last instant of a quarter belongs to it and the next one to its successor', () => {
  expect(periodOf(new Date('2026-12-31T23:59:59.999Z'), calendarYear).label).toBe('2026-Q4');
  expect(periodOf(new Date('2027-01-01T00:00:00Z'), calendarYear).label).toBe('2027-Q1');
});

test('a fiscal year is named after the calendar year in which it ends', () => {
  const octoberStart = { fiscalYearStartMonth: 10, timeZone: 'UTC' };
  expect(periodOf(new Date('2025-10-01T00:00:00Z'), octoberStart).label).toBe('2026-Q1');
  expect(periodOf(new Date('2026-09-30T00:00:00Z'), octoberStart).label).toBe('2026-Q4');
});

test('the quarter turns at midnight where the organisation is, also over a change of the clocks', () => {
  // Berlin is UTC+1 on 1 January and UTC+2 on 1 July and 1 October
  const berlin = { fiscalYearStartMonth: 1, timeZone: 'Europe/Berlin' };
  expect(parsePeriod('2026-Q1', berlin).startsAt).toBe('2025-12-31T23:00:00.000Z');
  expect(parsePeriod('2026-Q3', berlin)).toMatchObject({
    startsAt: '2026-06-30T22:00:00.000Z',
    endsAt: '2026-09-30T22:00:00.000Z',
  });
  // New York is UTC-5 on 1 January: 03:00Z is still the old year there
  const newYork = { fiscalYearStartMonth: 1, timeZone: 'America/New_York' };
  expect(periodOf(new Date('2026-01-01T03:00:00Z'), newYork).label).toBe('2025-Q4');
});

test('where the clocks skip midnight the quarter begins with the first instant that there is', () => {
  // Paraguay went from UTC-4 to UTC-3 as 1 October 2023 began: its first instant showed 01:00
  const asuncion = { fiscalYearStartMonth: 1, timeZone: 'America/Asuncion' };
  const quarter = parsePeriod('2023-Q4', asuncion);
  expect(quarter.startsAt).toBe('2023-10-01T04:00:00.000Z');
  expect(periodOf(new Date('2023-10-01T03:59:59.999Z'), asuncion).label).toBe('2023-Q3');
  expect(periodOf(new Date(quarter.startsAt), asuncion).label).toBe('2023-Q4');
});

test.each([1, 2, 4, 7, 10, 12])('with a fiscal year from month %i a label reads back as the same quarter', (month) => {
  const calendar = { fiscalYearStartMonth: month, timeZone: 'Pacific/Auckland' };
  for (let monthIndex = 0; monthIndex < 24; monthIndex += 1) {
    const period = periodOf(new Date(Date.UTC(2025, monthIndex, 15)), calendar);
    expect(parsePeriod(period.label, calendar)).toEqual(period);
  }
});

test('the previous quarter ends where this one starts', () => {
  const period = parsePeriod('2026-Q1', calendarYear);
  expect(previousPeriod(period, calendarYear)).toMatchObject({ label: '2025-Q4', endsAt: period.startsAt });
});

test.each(['2026', '2026-Q5', 'Q3', '2026-q3', ' 2026-Q3', '0001-Q1', '9999-Q4'])('"%s" is not a quarter', (label) => {
  expect(() => parsePeriod(label, calendarYear)).toThrow('is not a quarter');
});
