import { plusDays } from '@fanloop/kernel';
import { cardBefore, daysOf, firstPeriod, nextPeriod } from './period';

const month = (count: number) => ({ unit: 'month', count }) as const;
const day = (count: number) => ({ unit: 'day', count }) as const;

describe('the period of a card', () => {
  it.each([
    ['a month from the middle', '2026-06-15', month(1), '2026-07-15', 31],
    ['31 January and a month ends on the last of February', '2026-01-31', month(1), '2026-02-28', 29],
    ['the same in a leap year', '2028-01-31', month(1), '2028-02-29', 30],
    ['a quarter over the end of the year', '2026-11-30', month(3), '2027-02-28', 91],
    ['a year from 29 February', '2028-02-29', month(12), '2029-02-28', 366],
    ['30 days, and the day of buying as a present', '2026-06-15', day(30), '2026-07-15', 31],
    ['one day', '2026-12-31', day(1), '2027-01-01', 2],
  ])('%s', (_, today, duration, lastOn, days) => {
    const period = firstPeriod(today, duration);
    expect(period).toMatchObject({ startsOn: today, lastOn });
    expect(daysOf(period)).toBe(days);
  });

  it('P6 renewals of a card from the 31st do not drift: each month ends where the calendar says', () => {
    const ends: string[] = [];
    let period = firstPeriod('2026-01-31', month(1));
    for (let i = 0; i < 13; i += 1) {
      ends.push(period.lastOn);
      const next = nextPeriod(period, month(1));
      expect(next.startsOn).toBe(plusDays(period.lastOn, 1));
      period = next;
    }
    expect(ends.slice(0, 4)).toEqual(['2026-02-28', '2026-03-31', '2026-04-30', '2026-05-31']);
    expect(ends.at(-1)).toBe('2027-02-28');
  });

  it('a renewal of days has exactly its days; months after days are counted from where they begin', () => {
    const first = firstPeriod('2026-06-15', day(30));
    const second = nextPeriod(first, day(30));
    expect([second.startsOn, second.lastOn, daysOf(second)]).toEqual(['2026-07-16', '2026-08-14', 30]);
    const third = nextPeriod(second, month(1));
    expect([third.startsOn, third.lastOn]).toEqual(['2026-08-15', '2026-09-14']);
    expect(nextPeriod(third, month(12)).lastOn).toBe('2027-09-14');
  });
});

describe('what a new card waits for', () => {
  const card = (cardId: string, planId: string, tierCode: string, lastOn: string) => ({
    ...{ cardId, planId, tierCode, lastOn },
    ...{ startsOn: '2026-01-01', anchorOn: '2026-01-01', anchorMonths: 1 },
  });
  const running = [
    card('1', '10', 'gold', '2026-07-15'),
    card('2', '11', 'gold', '2026-08-15'),
    card('3', '12', 'rock', '2026-12-31'),
  ];
  it.each([
    ['the last one that gives the same tier, of whatever plan', { planId: '10', tierCode: 'gold' }, '2'],
    ['one of the same plan, also when the plan gives another tier now', { planId: '12', tierCode: 'jade' }, '3'],
    ['nothing, where another tier is bought', { planId: '13', tierCode: 'jade' }, undefined],
  ])('%s', (_, bought, cardId) => expect(cardBefore(running, bought)?.cardId).toBe(cardId));
});
