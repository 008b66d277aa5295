import { isWholeWithin } from '@fanloop/kernel';
import { refuse } from './refusals';

/** How many days before their end members are told of coupons; none: never. */
export interface CouponSettings {
  readonly reminderDays: readonly number[];
}

export const DEFAULT_SETTINGS: CouponSettings = { reminderDays: [3, 1] };

const MOST = 5;

export const checkSettings = ({ reminderDays }: CouponSettings): void => {
  const sound =
    reminderDays.length <= MOST &&
    new Set(reminderDays).size === reminderDays.length &&
    reminderDays.every((days) => isWholeWithin(days, 0, 60));
  if (!sound) throw refuse('SettingsInvalid', { problem: `提醒最多 ${MOST} 次，每次在 0 到 60 天之间，不能重复` });
};

/**
 * Which reminder is due when `daysLeft` days are left after today; null: none yet. A late worker skips those that a later one has
 * overtaken: nobody is told of seven days when one is left.
 */
export const reminderDue = (reminderDays: readonly number[], daysLeft: number): number | null => {
  const due = reminderDays.filter((days) => daysLeft <= days);
  return due.length === 0 ? null : Math.min(...due);
};
