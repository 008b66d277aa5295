import { CouponsModule } from '@fanloop/coupons';
import { OrganizationModule } from '@fanloop/organization';
import { type DynamicModule, Module } from '@nestjs/common';
import { ActivitiesDoor } from './activities.door';
import { ActivitiesOnMemberClosed } from './handlers/on-member-closed.handler';
import { ActivitiesAdminRead } from './reads/activities-admin.read';
import { ActivitiesPersonalData } from './reads/activities-personal-data.read';
import { ActivityCardsRead } from './reads/activity-cards.read';
import { ActivityDetailRead } from './reads/activity-detail.read';
import { ActivityHistoryRead } from './reads/activity-history.read';
import { ActivityRepository } from './store/activity.repository';
import { ActivityDrafts } from './store/activity-drafts';
import { CHECK_IN_KEY, CheckInCodes } from './store/check-in-codes';
import { CheckInDesk } from './store/check-in-desk';
import { EntryRepository } from './store/entry.repository';
import { AdmitMembers } from './use-cases/admit-members.use-case';
import { ChangeActivityStatus } from './use-cases/change-activity-status.use-case';
import { CheckInEntry } from './use-cases/check-in-entry.use-case';
import { CreateActivity } from './use-cases/create-activity.use-case';
import { EndEntries } from './use-cases/end-entries.use-case';
import { JoinActivity } from './use-cases/join-activity.use-case';
import { LeaveActivity } from './use-cases/leave-activity.use-case';
import { PromoteWaiting } from './use-cases/promote-waiting.use-case';
import { ReleaseEntry } from './use-cases/release-entry.use-case';
import { ReleaseMember } from './use-cases/release-member.use-case';
import { ReviseActivity } from './use-cases/revise-activity.use-case';
import { ThankForComing } from './use-cases/thank-for-coming.use-case';

export interface ActivitiesOptions {
  /** 32 bytes as 64 hex digits: makes and reads the rotating check-in codes. A key of its own is derived from it. */
  readonly checkInKey: string;
  /** The configured members module. */
  readonly imports: DynamicModule[];
}

const INNER = [
  ActivityRepository,
  ActivityDrafts,
  EntryRepository,
  CheckInCodes,
  CheckInDesk,
  AdmitMembers,
  PromoteWaiting,
  ReleaseEntry,
  ReleaseMember,
  EndEntries,
  ThankForComing,
  ActivityHistoryRead,
];

const SHOWN = [
  ActivitiesPersonalData,
  ActivitiesDoor,
  ActivitiesOnMemberClosed,
  CreateActivity,
  ReviseActivity,
  ChangeActivityStatus,
  JoinActivity,
  LeaveActivity,
  CheckInEntry,
  ActivityCardsRead,
  ActivityDetailRead,
  ActivitiesAdminRead,
];

/** Group activities. Stands on members and the organization. */
@Module({})
export class ActivitiesModule {
  static forRoot(options: ActivitiesOptions): DynamicModule {
    return {
      module: ActivitiesModule,
      imports: [OrganizationModule, CouponsModule, ...options.imports],
      providers: [{ provide: CHECK_IN_KEY, useValue: options.checkInKey }, ...INNER, ...SHOWN],
      exports: SHOWN,
    };
  }
}
