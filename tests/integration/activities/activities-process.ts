import type { OrganizationDoor } from '@fanloop/organization';
import { AuditLog, Idempotency, Outbox, Reader, UnitOfWork } from '@fanloop/platform';
import type { DataSource } from 'typeorm';
import { ActivityCardsRead } from '../../../libs/activities/src/reads/activity-cards.read';
import type { ActivityDraft } from '../../../libs/activities/src/rules/activity';
import { ActivityRepository } from '../../../libs/activities/src/store/activity.repository';
import { ActivityDrafts } from '../../../libs/activities/src/store/activity-drafts';
import { CheckInCodes } from '../../../libs/activities/src/store/check-in-codes';
import { CheckInDesk } from '../../../libs/activities/src/store/check-in-desk';
import { EntryRepository } from '../../../libs/activities/src/store/entry.repository';
import { AdmitMembers } from '../../../libs/activities/src/use-cases/admit-members.use-case';
import { ChangeActivityStatus } from '../../../libs/activities/src/use-cases/change-activity-status.use-case';
import { CheckInEntry } from '../../../libs/activities/src/use-cases/check-in-entry.use-case';
import { CreateActivity } from '../../../libs/activities/src/use-cases/create-activity.use-case';
import { EndEntries } from '../../../libs/activities/src/use-cases/end-entries.use-case';
import { JoinActivity } from '../../../libs/activities/src/use-cases/join-activity.use-case';
import { LeaveActivity } from '../../../libs/activities/src/use-cases/leave-activity.use-case';
import { PromoteWaiting } from '../../../libs/activities/src/use-cases/promote-waiting.use-case';
import { ReleaseEntry } from '../../../libs/activities/src/use-cases/release-entry.use-case';
import { ReleaseMember } from '../../../libs/activities/src/use-cases/release-member.use-case';
import { ReviseActivity } from '../../../libs/activities/src/use-cases/revise-activity.use-case';
import { ThankForComing } from '../../../libs/activities/src/use-cases/thank-for-coming.use-case';
import { TemplatesRead } from '../../../libs/coupons/src/reads/templates.read';
import type { FixedClock } from '../../support/fixed-clock';
import { couponsProcess } from '../coupons/coupons-process';

/** The parts that a broken twin may swap. */
export interface Parts {
  readonly activities?: ActivityRepository;
  readonly entries?: EntryRepository;
}

export const staff = { kind: 'staff', id: '1' } as const;

/** The activities context as one api process has it: on its own connections and with its own group commit. */
export const activitiesProcess = (dataSource: DataSource, clock: FixedClock, parts: Parts = {}) => {
  const unitOfWork = new UnitOfWork(dataSource);
  const [outbox, audit] = [new Outbox(), new AuditLog(clock)];
  const activities = parts.activities ?? new ActivityRepository();
  const entries = parts.entries ?? new EntryRepository();
  const codes = new CheckInCodes('d'.repeat(64));
  const promote = new PromoteWaiting(activities, entries, outbox);
  const release = new ReleaseEntry(activities, entries, promote, outbox);
  const organization = { assertMay: () => Promise.resolve() } as unknown as OrganizationDoor;
  const desk = new CheckInDesk(activities, entries, codes, outbox);
  const coupons = couponsProcess(dataSource, clock);
  const templates = new TemplatesRead(coupons.reader, coupons.terms);
  const drafts = new ActivityDrafts(activities, templates);
  const thanks = new ThankForComing(coupons.grants, templates, entries);
  const admit = new AdmitMembers(activities, entries, outbox);
  return {
    unitOfWork,
    codes,
    coupons,
    create: new CreateActivity(unitOfWork, drafts, audit, clock),
    revise: new ReviseActivity(unitOfWork, drafts, promote, audit, clock),
    changeStatus: new ChangeActivityStatus(
      unitOfWork,
      activities,
      new EndEntries(activities, entries, outbox),
      audit,
      clock,
    ),
    join: new JoinActivity(unitOfWork, new Idempotency(clock), admit, clock),
    leave: new LeaveActivity(unitOfWork, release, clock),
    releaseMember: new ReleaseMember(entries, release, clock),
    checkIn: new CheckInEntry(unitOfWork, organization, desk, thanks, clock),
    cards: new ActivityCardsRead(new Reader(dataSource), clock),
  };
};

export type ActivitiesProcess = ReturnType<typeof activitiesProcess>;

export const draft = (more: Partial<ActivityDraft> = {}): ActivityDraft => ({
  title: '新茶品鉴会',
  summary: '三款春茶',
  body: '请提前十分钟到店。',
  coverUrl: null,
  storeId: null,
  place: '静安店二楼',
  startsAt: new Date('2026-06-20T06:00:00Z'),
  endsAt: new Date('2026-06-20T08:00:00Z'),
  signUpUntil: new Date('2026-06-19T16:00:00Z'),
  seatsTotal: 5,
  couponTemplateId: null,
  ...more,
});

/** The codes of what was refused, and the values of what was done. A crash is thrown on. */
export const settled = async <T>(calls: readonly Promise<T>[]): Promise<{ done: T[]; refused: string[] }> => {
  const results = await Promise.allSettled(calls);
  const refused = results.flatMap((result) => {
    if (result.status === 'fulfilled') return [];
    const reason = result.reason as { name?: string; code?: string };
    if (reason.name !== 'Refusal') throw result.reason;
    return [reason.code!];
  });
  return { done: results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : [])), refused };
};
