import type { Outcome } from '@fanloop/kernel';
import type { OccurrenceState } from './occurrence';
import { mayChange, mayHold, mayPlan } from './plan';

const at = (time: string): Date => new Date(`2026-06-15T${time}Z`);
const now = at('04:00:30');
const standing = (state: OccurrenceState, plannedAt = at('04:00:00')) => ({ version: 3, state, plannedAt });
const said = (outcome: Outcome<true>): string => (outcome.ok ? 'yes' : outcome.refusal.code);

it.each<[OccurrenceState, string, string]>([
  ['planned', 'yes', 'yes'],
  ['claimed', 'yes', 'yes'],
  ['dispatching', 'yes', 'yes'],
  ['done', 'ContentPublished', 'ContentPublished'],
  ['failed', 'yes', 'ContentNotPlanned'],
  ['skipped', 'yes', 'ContentNotPlanned'],
  ['cancelled', 'yes', 'ContentNotPlanned'],
])('what is %s: change it — %s; pause or cancel it — %s', (state, change, hold) => {
  expect([said(mayChange(standing(state))), said(mayHold(standing(state)))]).toEqual([change, hold]);
});

it('does not overwrite a version that the manager has not seen', () => {
  expect(said(mayChange(standing('planned'), 3))).toBe('yes');
  expect(said(mayChange(standing('planned'), 2))).toBe('ContentChanged');
});

it.each([
  ['a time to come', at('04:01:00'), undefined, 'yes'],
  ['this very minute', at('04:00:00'), undefined, 'yes'],
  ['a minute ago', at('03:59:30'), undefined, 'PlannedInPast'],
  ['the time of a live plan, although it has passed', at('03:00:00'), standing('claimed', at('03:00:00')), 'yes'],
  ['the time of a skipped plan', at('03:00:00'), standing('skipped', at('03:00:00')), 'PlannedInPast'],
])('planning for %s', (_, plannedAt, current, expected) => {
  expect(said(mayPlan(plannedAt, now, current))).toBe(expected);
});
