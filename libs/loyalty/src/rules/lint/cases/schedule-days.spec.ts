import { RRuleTemporal } from 'rrule-temporal';
import { plusDays } from '../../calendar/days';
import { mayFireOn } from './schedule-days';

/** 800 days from 1 January 2028, a leap year. */
const DAYS = Array.from({ length: 800 }, (_, i) => plusDays('2028-01-01', i));

const occurrences = (rrule: string): string[] =>
  new RRuleTemporal({ rruleString: `DTSTART:20280101T020000Z\nRRULE:${rrule}` })
    .between(new Date('2028-01-01T00:00:00Z'), new Date('2030-03-10T12:00:00Z'), true)
    .map((at) => at.toString().slice(0, 10));

describe('days on which a schedule may fire', () => {
  it.each([
    'FREQ=DAILY',
    'FREQ=WEEKLY;BYDAY=MO,FR',
    'FREQ=MONTHLY;BYMONTHDAY=8,18,28',
    'FREQ=MONTHLY;BYMONTHDAY=31',
    'FREQ=MONTHLY;BYMONTHDAY=-1',
    'FREQ=MONTHLY;BYDAY=2SA',
    'FREQ=MONTHLY;BYDAY=-1SU,1MO',
    'FREQ=YEARLY;BYMONTH=5;BYDAY=2SU',
    'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29',
  ])('are exactly those of the library: %s', (rrule) => {
    expect(DAYS.filter(mayFireOn(rrule))).toEqual(occurrences(rrule));
  });

  it.each([
    'FREQ=WEEKLY;INTERVAL=2;BYDAY=TU',
    'FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=8',
    'FREQ=DAILY;INTERVAL=10',
    'FREQ=YEARLY',
    'FREQ=WEEKLY;BYDAY=WE;UNTIL=20280401T000000Z',
    'FREQ=YEARLY;BYDAY=20MO',
  ])('where they hang on the first day, hold all that the library gives: %s', (rrule) => {
    const may = mayFireOn(rrule);
    expect(occurrences(rrule).filter((day) => !may(day))).toEqual([]);
  });
});
