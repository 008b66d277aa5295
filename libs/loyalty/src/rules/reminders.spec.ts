import { reminderDue } from './reminders';

describe('reminders', () => {
  it.each([
    [[30, 7], 31, null],
    [[30, 7], 30, 30],
    [[30, 7], 8, 30],
    [[30, 7], 7, 7],
    [[30, 7], 0, 7],
    [[7, 30], 20, 30],
    [[], 0, null],
  ])('of %j with %i days left: %p', (days, daysLeft, due) => expect(reminderDue(days, daysLeft)).toBe(due));
});
