import { formatFen } from '@fanloop/kernel';
import { BusinessCalendar, type EventEnvelope, type EventHandler, type Tx } from '@fanloop/platform';
import { Injectable } from '@nestjs/common';
import {
  couponsExpiringNotice,
  expiringNotice,
  giftAcceptedNotices,
  giftReturnedNotice,
  moneyReturnedNotice,
  type Notice,
  paidTooLateNotice,
  tierAtRiskNotice,
} from '../rules/notice';
import { TellMembers } from '../use-cases/tell-members.use-case';

const EVENTS = [
  'loyalty.reward-granted.v1',
  'loyalty.points-expiring.v1',
  'loyalty.tier-at-risk.v1',
  'coupons.coupons-expiring.v1',
  'payments.paid-after-close.v1',
  'coupons.gift-accepted.v1',
  'coupons.gift-returned.v1',
  'rewards.payment-returned.v1',
] as const;
type Name = (typeof EVENTS)[number];

/**
 * What members are told in the mini-program: messages of the brand's rules, points and coupons that end, tiers in danger, money
 * that came too late, gifts of coupons.
 */
@Injectable()
export class MembersOnNews implements EventHandler<Name> {
  readonly consumer = 'members.notices';
  readonly events = EVENTS;

  constructor(
    private readonly tell: TellMembers,
    private readonly calendar: BusinessCalendar,
  ) {}

  async handle(tx: Tx, events: readonly EventEnvelope<Name>[]): Promise<void> {
    await this.tell.execute(
      tx,
      events.flatMap((event) => this.noticeOf(event)),
    );
  }

  private noticeOf(event: EventEnvelope<Name>): Notice[] {
    const at = event.occurredAt;
    switch (event.name) {
      case 'loyalty.points-expiring.v1': {
        const { expiresAt, ...fact } = event.payload;
        const lastDay = this.calendar.date(new Date(Date.parse(expiresAt) - 1));
        return [expiringNotice({ ...fact, at }, lastDay)];
      }
      case 'payments.paid-after-close.v1': {
        const { memberId, paymentNo, amountFen } = event.payload;
        return [paidTooLateNotice({ memberId, paymentNo, at }, formatFen(amountFen))];
      }
      case 'rewards.payment-returned.v1':
        return [moneyReturnedNotice({ ...event.payload, at }, formatFen(event.payload.amountFen))];
      case 'coupons.coupons-expiring.v1':
        return [couponsExpiringNotice({ ...event.payload, at })];
      case 'coupons.gift-accepted.v1':
        return giftAcceptedNotices({ ...event.payload, at });
      case 'coupons.gift-returned.v1':
        return [giftReturnedNotice({ ...event.payload, at })];
      case 'loyalty.tier-at-risk.v1':
        return [tierAtRiskNotice({ ...event.payload, at })];
      case 'loyalty.reward-granted.v1': {
        const { reward, memberId, reference, ruleId } = event.payload;
        if (reward.kind !== 'message') return [];
        const { title, text } = reward;
        return [{ memberId, title, text, link: null, reference: `reward:${reference}:${ruleId}`, at }];
      }
    }
  }
}
