import type { DomainEvent } from '@fanloop/events';
import type { Clock } from '@fanloop/kernel';
import {
  OnActivityRules,
  OnCommunityRules,
  OnCouponRules,
  OnMemberEvents,
  OnMemberRules,
  OnReferralRules,
  OnRefundRules,
  OnTagRules,
  OnTierRules,
} from '@fanloop/loyalty';
import {
  BusinessCalendar,
  Deliver,
  DrainOutbox,
  type EventHandler,
  Idempotency,
  Outbox,
  Reader,
  Relay,
  UnitOfWork,
} from '@fanloop/platform';
import type { DataSource } from 'typeorm';
import { CheckInsRead } from '../../../libs/loyalty/src/reads/check-ins.read';
import { PLAIN_DRAFT, type RuleDraft, type RuleTrigger } from '../../../libs/loyalty/src/rules/judging/rule';
import { AccountRepository } from '../../../libs/loyalty/src/store/account.repository';
import { AwaitedTriggers } from '../../../libs/loyalty/src/store/awaited-triggers';
import { BrandTime } from '../../../libs/loyalty/src/store/brand-time';
import { CheckInRepository } from '../../../libs/loyalty/src/store/check-in.repository';
import { CheckInDesk } from '../../../libs/loyalty/src/store/check-in-desk';
import { JournalRepository } from '../../../libs/loyalty/src/store/journal.repository';
import { LedgerStore } from '../../../libs/loyalty/src/store/ledger-store';
import { LedgerWriter } from '../../../libs/loyalty/src/store/ledger-writer';
import { MemberTags } from '../../../libs/loyalty/src/store/member-tags';
import { ProgrammeRepository } from '../../../libs/loyalty/src/store/programme.repository';
import { ScheduleRuns } from '../../../libs/loyalty/src/store/schedule-runs.repository';
import { TagFactsRepository } from '../../../libs/loyalty/src/store/tag-facts.repository';
import { AskRules } from '../../../libs/loyalty/src/use-cases/ask-rules.use-case';
import { CheckIn } from '../../../libs/loyalty/src/use-cases/check-in.use-case';
import { ClockRuns } from '../../../libs/loyalty/src/use-cases/clock-runs';
import { ClockSweep } from '../../../libs/loyalty/src/use-cases/clock-sweep';
import { CloseAccounts } from '../../../libs/loyalty/src/use-cases/close-accounts.use-case';
import { EnrolMembers } from '../../../libs/loyalty/src/use-cases/enrol-members.use-case';
import { ForgetMembers } from '../../../libs/loyalty/src/use-cases/forget-members.use-case';
import { JudgeEvents } from '../../../libs/loyalty/src/use-cases/judge-events.use-case';
import { JudgeReferrals } from '../../../libs/loyalty/src/use-cases/judge-referrals.use-case';
import { JudgeTierRises } from '../../../libs/loyalty/src/use-cases/judge-tier-rises.use-case';
import { OpenJudging } from '../../../libs/loyalty/src/use-cases/open-judging';
import { PreviewEvent } from '../../../libs/loyalty/src/use-cases/preview-event.use-case';
import { ReceiveEvent } from '../../../libs/loyalty/src/use-cases/receive-event.use-case';
import { RememberBirthdays } from '../../../libs/loyalty/src/use-cases/remember-birthdays.use-case';
import { RememberTags } from '../../../libs/loyalty/src/use-cases/remember-tags.use-case';
import { RunClockTriggers } from '../../../libs/loyalty/src/use-cases/run-clock-triggers.use-case';
import { SweepTools } from '../../../libs/loyalty/src/use-cases/sweep-tools';

/** Parts that a test may replace by a broken twin, or by one that dies at its step. */
export interface EventTwins {
  readonly accounts?: AccountRepository;
  readonly journal?: JournalRepository;
  readonly writer?: LedgerWriter;
  readonly checkIns?: CheckInRepository;
  readonly outbox?: Outbox;
  readonly unitOfWork?: UnitOfWork;
  readonly runs?: ScheduleRuns;
  readonly zone?: string;
  readonly judge?: new (...parts: ConstructorParameters<typeof JudgeEvents>) => JudgeEvents;
  readonly sweep?: new (...parts: ConstructorParameters<typeof ClockSweep>) => ClockSweep;
}

/** What makes rules speak of events, on one data source: each call is a process of its own. */
export const eventsOn = (dataSource: DataSource, clock: Clock, twins: EventTwins = {}) => {
  const unitOfWork = twins.unitOfWork ?? new UnitOfWork(dataSource);
  const reader = new Reader(dataSource);
  const outbox = twins.outbox ?? new Outbox();
  const ledger = new LedgerStore(
    twins.accounts ?? new AccountRepository(),
    twins.journal ?? new JournalRepository(),
    twins.writer ?? new LedgerWriter(clock),
  );
  const programmes = new ProgrammeRepository();
  const time = new BrandTime(new BusinessCalendar(twins.zone ?? 'Asia/Shanghai'));
  const opening = new OpenJudging(programmes, time, new MemberTags());
  const judge = new (twins.judge ?? JudgeEvents)(ledger, opening, time, outbox);
  const rules = new AskRules(new AwaitedTriggers(programmes), judge);
  const checkIns = twins.checkIns ?? new CheckInRepository();
  const tags = new TagFactsRepository();
  const desk = new CheckInDesk(checkIns, time, ledger, programmes);
  const tools = new SweepTools(reader, unitOfWork, outbox);
  const runs = twins.runs ?? new ScheduleRuns();
  const sweep = new (twins.sweep ?? ClockSweep)(tools, runs, rules, clock);
  const remember = new RememberBirthdays(ledger, programmes, time);
  const handlers: EventHandler[] = [
    new OnMemberEvents(
      new EnrolMembers(ledger, programmes, time, judge, outbox),
      remember,
      new CloseAccounts(ledger, outbox),
      new ForgetMembers(tags, checkIns),
    ),
    new OnActivityRules(rules),
    new OnCommunityRules(rules),
    new OnCouponRules(rules),
    new OnMemberRules(remember, rules, time),
    new OnReferralRules(new JudgeReferrals(ledger, rules)),
    new OnRefundRules(rules),
    new OnTagRules(new RememberTags(ledger, tags, rules)),
    new OnTierRules(new JudgeTierRises(programmes, rules)),
  ];
  const drain = new DrainOutbox(new Relay(unitOfWork, clock, handlers), new Deliver(unitOfWork, clock, handlers));
  return {
    unitOfWork,
    handlers,
    drain,
    rules,
    tell: async (...events: DomainEvent[]): Promise<void> => {
      await unitOfWork.run((tx) => outbox.append(tx, events));
      await drain.execute();
    },
    checkIn: new CheckIn(unitOfWork, desk, judge, outbox, clock),
    checkIns: new CheckInsRead(reader, desk, new PreviewEvent(reader, ledger, opening, time), clock),
    receive: new ReceiveEvent(unitOfWork, new Idempotency(clock), judge, clock),
    clock: new RunClockTriggers(tools, programmes, runs, new ClockRuns(time), sweep),
  };
};
export type Events = ReturnType<typeof eventsOn>;

/** A rule that gives `points` for a trigger. */
export const aReward = (trigger: RuleTrigger, points: number, change: Partial<RuleDraft> = {}): RuleDraft => ({
  ...PLAIN_DRAFT,
  name: `${trigger} +${points}`,
  trigger,
  effect: { kind: 'fixed-points', points },
  ...change,
});
