import type { EventEnvelope, EventHandler, Tx } from '@fanloop/platform';
import { Injectable } from '@nestjs/common';
import { JudgeReferrals } from '../use-cases/judge-referrals.use-case';

const EVENTS = ['sales.purchase-recorded.v1', 'loyalty.inviter-known.v1'] as const;
type Name = (typeof EVENTS)[number];

/** Purchases of invited members, for the rules of those who invited them. */
@Injectable()
export class OnReferralRules implements EventHandler<Name> {
  readonly consumer = 'loyalty.referral-rules';
  readonly events = EVENTS;

  constructor(private readonly referrals: JudgeReferrals) {}

  async handle(tx: Tx, events: readonly EventEnvelope<Name>[]): Promise<void> {
    const purchases = events.flatMap((event) => {
      if (event.name !== 'sales.purchase-recorded.v1' || event.payload.memberId === null) return [];
      const { memberId: friendId, purchaseId, netFen: amountFen, storeId, channel } = event.payload;
      const ordinal = event.payload.ordinalOfMember ?? 0;
      return [{ friendId, purchaseId, amountFen, ordinal, storeId, channel, at: event.occurredAt }];
    });
    const friends = events.flatMap((event) =>
      event.name === 'loyalty.inviter-known.v1' ? [event.payload.memberId] : [],
    );
    await this.referrals.execute(tx, purchases);
    await this.referrals.earlier(tx, friends);
  }
}
