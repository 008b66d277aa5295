/**
 * Which of the reminders (so many days before the last day) is due when `daysLeft` days are left after today; null: none yet. A late
 * worker skips those that a later one has overtaken: nobody is told of 7 days when 1 is left.
 */
export const reminderDue = (reminderDays: readonly number[], daysLeft: number): number | null => {
  const due = reminderDays.filter((day) => daysLeft >= 0 && daysLeft <= day);
  return due.length === 0 ? null : Math.min(...due);
};
