import type { EventEnvelope, EventHandler, Tx } from '@fanloop/platform';
import { Injectable } from '@nestjs/common';
import { RewardWithTags, type TagGrant } from '../use-cases/reward-with-tags.use-case';

const EVENTS = ['loyalty.reward-granted.v1', 'loyalty.reward-withdrawn.v1'] as const;
type Name = (typeof EVENTS)[number];

/** Tags that rules of the loyalty programme give, and take back with the purchase. */
@Injectable()
export class TaggingOnRewards implements EventHandler<Name> {
  readonly consumer = 'tagging.rewards';
  readonly events = EVENTS;

  constructor(private readonly rewards: RewardWithTags) {}

  async handle(tx: Tx, events: readonly EventEnvelope<Name>[]): Promise<void> {
    const granted = events.filter(({ name }) => name === 'loyalty.reward-granted.v1').flatMap(grantOf);
    const withdrawn = events.filter(({ name }) => name === 'loyalty.reward-withdrawn.v1').flatMap(grantOf);
    if (granted.length > 0) await this.rewards.give(tx, granted);
    if (withdrawn.length > 0) await this.rewards.withdraw(tx, withdrawn);
  }
}

const grantOf = ({ payload, occurredAt: at }: EventEnvelope<Name>): TagGrant[] => {
  const { reward, reference, ruleId, memberId } = payload;
  if (reward.kind !== 'tag') return [];
  const ruleName = 'ruleName' in payload ? payload.ruleName : '';
  return [{ reference, ruleId, memberId, tagCode: reward.tagCode, ruleName, at }];
};
