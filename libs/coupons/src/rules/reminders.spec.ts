import { Refusal } from '@fanloop/kernel';
import { checkSettings, reminderDue } from './reminders';

const codeOf = (reminderDays: number[]): string => {
  try {
    checkSettings({ reminderDays });
    return 'ok';
  } catch (error) {
    return error instanceof Refusal ? error.code : String(error);
  }
};

describe('reminders of coupons', () => {
  it.each([
    [[3, 1], 4, null],
    [[3, 1], 3, 3],
    [[3, 1], 2, 3],
    [[3, 1], 1, 1],
    [[3, 1], 0, 1],
    [[0], 0, 0],
    [[], 0, null],
  ] as const)('of %j with %d days left: %p', (days, left, due) => expect(reminderDue(days, left)).toBe(due));

  it.each([
    [[], 'ok'],
    [[30, 7, 3, 1, 0], 'ok'],
    [[1, 1], 'SettingsInvalid'],
    [[-1], 'SettingsInvalid'],
    [[61], 'SettingsInvalid'],
    [[0.5], 'SettingsInvalid'],
    [[1, 2, 3, 4, 5, 6], 'SettingsInvalid'],
  ])('%j is %s', (days, code) => expect(codeOf(days)).toBe(code));
});
