import { CreateActivitiesTables1760000600001 } from './store/migrations/1760000600001-create-activities-tables';
import { CouponForAttendance1760000600002 } from './store/migrations/1760000600002-coupon-for-attendance';

export * from './activities.door';
export * from './activities.module';
export { ActivitiesOnMemberClosed } from './handlers/on-member-closed.handler';
export { ActivitiesAdminRead, type ActivityView, type EntryView } from './reads/activities-admin.read';
export { ActivitiesPersonalData } from './reads/activities-personal-data.read';
export { type ActivityCard, ActivityCardsRead } from './reads/activity-cards.read';
export { type ActivityDetail, ActivityDetailRead } from './reads/activity-detail.read';
export type { ActivityMoment } from './reads/activity-history.read';
export type { ActivityDraft, ActivityStatus } from './rules/activity';
export type { EntryState } from './rules/entry';
export type { Admission } from './use-cases/admit-members.use-case';
export { ChangeActivityStatus } from './use-cases/change-activity-status.use-case';
export { type CheckedIn, CheckInEntry } from './use-cases/check-in-entry.use-case';
export { CreateActivity } from './use-cases/create-activity.use-case';
export { JoinActivity } from './use-cases/join-activity.use-case';
export { LeaveActivity } from './use-cases/leave-activity.use-case';
export { ReviseActivity } from './use-cases/revise-activity.use-case';
export type { Thanks } from './use-cases/thank-for-coming.use-case';

export const activitiesMigrations = [CreateActivitiesTables1760000600001, CouponForAttendance1760000600002];
