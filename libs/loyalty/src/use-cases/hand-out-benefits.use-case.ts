import { type DomainEvent, domainEvent } from '@fanloop/events';
import { type Clock, type MemberId, systemActor } from '@fanloop/kernel';
import { CLOCK, type Tx } from '@fanloop/platform';
import { Inject, Injectable } from '@nestjs/common';
import type { Day } from '../rules/calendar/days';
import { earn } from '../rules/ledger/ledger';
import { birthdayBenefit, type DueBenefit, type Gift, monthlyBenefit } from '../rules/tiers/benefits';
import { tierByCode } from '../rules/tiers/tiers';
import { birthdayCandidates, givenTo, monthlyCandidates, recordGiven } from '../store/benefits-given';
import type { LedgerBatch } from '../store/ledger-batch';
import type { Programme } from '../store/programme.repository';
import { earnedEvents } from './ledger-events';
import { type OpenedTiers, TierWork } from './tier-work';

const MEMBERS_PER_TRANSACTION = 200;
const BENEFITS_ACTOR = systemActor('tier-benefits');

type Candidates = (after: MemberId, limit: number) => Promise<MemberId[]>;

/**
 * Hands out what tiers owe: the coupons of the month and the gift of the birthday, once per member and month or year. Coupons go out as
 * events to their context; points are credited here. A bounded number of members per transaction, so it may be killed anywhere, run
 * twice, or run on any night of the month: what was given under a key is never given again.
 */
@Injectable()
export class HandOutBenefits {
  constructor(
    private readonly work: TierWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** `benefits`: how many were handed out. */
  async execute(): Promise<{ benefits: number }> {
    const now = this.clock.now();
    const today = this.work.time.day(now);
    const { reader } = this.work.tools;
    const { tiers } = await this.work.programmes.current(reader);
    const monthly = tiers.filter(({ benefits }) => benefits.monthlyCoupons.length > 0).map(({ code }) => code);
    const birthday = tiers.filter(({ benefits }) => benefits.birthdayGift !== null).map(({ code }) => code);
    const ofMonth: Candidates = (after, limit) => monthlyCandidates(reader, monthly, today, after, limit);
    const ofBirthday: Candidates = (after, limit) => birthdayCandidates(reader, birthday, today, after, limit);
    const ofMonthGiven = await this.sweep(ofMonth, today, now);
    return { benefits: ofMonthGiven + (await this.sweep(ofBirthday, today, now)) };
  }

  private async sweep(candidates: Candidates, today: Day, now: Date): Promise<number> {
    let benefits = 0;
    for (let after = '0'; ; ) {
      const ids = await candidates(after, MEMBERS_PER_TRANSACTION);
      const last = ids.at(-1);
      if (last === undefined) return benefits;
      after = last;
      benefits += await this.work.tools.unitOfWork.run((tx) => this.give(tx, ids, today, now));
    }
  }

  /** Under the locks the tier may be another one, and another worker may have been here. */
  private async give(tx: Tx, ids: readonly MemberId[], today: Day, now: Date): Promise<number> {
    const opened = await this.work.open(tx, ids, today);
    const given = await givenTo(tx, opened.members, today);
    const handed = opened.members.flatMap((memberId) =>
      this.dueOf(opened, memberId, today)
        .filter(({ key }) => !given.has(memberId, key))
        .map(({ key, gifts }) => ({ memberId, benefit: key, gifts })),
    );
    await recordGiven(tx, handed, today);
    const told = handed.flatMap(({ memberId, benefit, gifts }) =>
      gifts.flatMap((gift, i) =>
        this.handOver(opened, { memberId, gift, at: now, reference: `${benefit}:${memberId}:${i}` }),
      ),
    );
    await this.work.save(tx, opened.batch, [...earnedEvents(opened.batch.entries), ...told]);
    return handed.length;
  }

  private dueOf({ batch, programme }: OpenedTiers, memberId: MemberId, today: Day): DueBenefit[] {
    const account = batch.account(memberId)!;
    const tier = tierByCode(programme.tiers, account.tier.code);
    if (!tier) return [];
    return [monthlyBenefit(tier, today), birthdayBenefit(tier, account.birthday, today)].filter((due) => due !== null);
  }

  private handOver({ batch, programme }: OpenedTiers, given: GivenGift): DomainEvent[] {
    const { memberId, gift, at, reference } = given;
    if (gift.kind === 'points') this.credit(batch, programme, gift.points, given);
    const { reason } = gift;
    const common = { memberId, reference, reason, at: at.toISOString() };
    const due =
      gift.kind === 'points'
        ? { ...common, kind: gift.kind, points: gift.points }
        : { ...common, kind: gift.kind, templateId: gift.templateId, count: gift.count };
    return [domainEvent('loyalty.benefit-due.v1', due, at)];
  }

  /** A gift is no purchase: it counts for no tier. */
  private credit(
    batch: LedgerBatch,
    { settings }: Programme,
    points: number,
    { memberId, gift, at, reference }: GivenGift,
  ) {
    const { time } = this.work;
    const posting = earn(batch.account(memberId)!, [
      {
        points,
        activateAt: null,
        activateOn: null,
        expiresAt: time.lotEnd(time.day(at), null, settings.expiry),
        byInactivity: settings.expiry.kind === 'inactivity',
        expireAfterDays: null,
        source: reference,
        storeId: null,
      },
    ]);
    batch.post(memberId, posting, { reference, actor: BENEFITS_ACTOR, reason: gift.reason, at });
  }
}

interface GivenGift {
  readonly memberId: MemberId;
  readonly gift: Gift;
  readonly at: Date;
  readonly reference: string;
}
