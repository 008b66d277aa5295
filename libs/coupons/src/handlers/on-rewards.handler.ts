import type { EventEnvelope, EventHandler, Tx } from '@fanloop/platform';
import { Injectable } from '@nestjs/common';
import { type CouponGrant, RewardWithCoupons } from '../use-cases/reward-with-coupons.use-case';

const EVENTS = ['loyalty.reward-granted.v1', 'loyalty.reward-withdrawn.v1', 'loyalty.benefit-due.v1'] as const;
type Name = (typeof EVENTS)[number];

/** A benefit of a tier belongs to no rule. */
const NO_RULE = '0';

/** Coupons that rules and tiers of the loyalty programme give, and take back with the purchase. */
@Injectable()
export class CouponsOnRewards implements EventHandler<Name> {
  readonly consumer = 'coupons.rewards';
  readonly events = EVENTS;

  constructor(private readonly rewards: RewardWithCoupons) {}

  async handle(tx: Tx, events: readonly EventEnvelope<Name>[]): Promise<void> {
    const withdrawn = events.filter(({ name }) => name === 'loyalty.reward-withdrawn.v1').flatMap(grantOf);
    const granted = events.filter(({ name }) => name !== 'loyalty.reward-withdrawn.v1').flatMap(grantOf);
    if (granted.length > 0) await this.rewards.give(tx, granted);
    if (withdrawn.length > 0) await this.rewards.withdraw(tx, withdrawn);
  }
}

const grantOf = (event: EventEnvelope<Name>): CouponGrant[] => {
  const { memberId, reference } = event.payload;
  const at = event.occurredAt;
  if (event.name === 'loyalty.benefit-due.v1') {
    if (event.payload.kind !== 'coupon') return [];
    const { templateId, count, reason: ruleName } = event.payload;
    return [{ reference, ruleId: NO_RULE, memberId, templateId, count, ruleName, at }];
  }
  const { reward, ruleId } = event.payload;
  if (reward.kind !== 'coupon') return [];
  const ruleName = event.name === 'loyalty.reward-granted.v1' ? event.payload.ruleName : '';
  return [{ reference, ruleId, memberId, templateId: reward.templateId, count: reward.count, ruleName, at }];
};
