import { createHash } from 'node:crypto';
import type { EventEnvelope, EventHandler, Tx } from '@fanloop/platform';
import { Injectable } from '@nestjs/common';
import { AskRules } from '../use-cases/ask-rules.use-case';

/** Coupons that were used. One that came back and is used again is another redemption. */
@Injectable()
export class OnCouponRules implements EventHandler<'coupons.coupon-redeemed.v1'> {
  readonly consumer = 'loyalty.coupon-rules';
  readonly events = ['coupons.coupon-redeemed.v1'] as const;

  constructor(private readonly rules: AskRules) {}

  async handle(tx: Tx, events: readonly EventEnvelope<'coupons.coupon-redeemed.v1'>[]): Promise<void> {
    await this.rules.execute(
      tx,
      events.map(({ payload: { memberId, couponId, templateId, reference, discountFen }, occurredAt: at }) => ({
        memberId,
        trigger: 'coupon-redeemed' as const,
        reference: `coupon:${couponId}:${short(reference)}`,
        at,
        event: { templateId, discountFen },
      })),
    );
  }
}

/** A till may name its purchases as it likes; the journal's references are short and plain. */
const short = (reference: string): string =>
  /^[\w.-]{1,64}$/.test(reference) ? reference : createHash('sha256').update(reference).digest('hex');
