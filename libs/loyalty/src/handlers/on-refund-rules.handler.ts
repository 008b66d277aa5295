import type { EventEnvelope, EventHandler, Tx } from '@fanloop/platform';
import { Injectable } from '@nestjs/common';
import { AskRules } from '../use-cases/ask-rules.use-case';

/** Refunds, for rules that answer one: an apology, a tag. What a refund takes back is the till's own work. */
@Injectable()
export class OnRefundRules implements EventHandler<'sales.purchase-refunded.v1'> {
  readonly consumer = 'loyalty.refund-rules';
  readonly events = ['sales.purchase-refunded.v1'] as const;

  constructor(private readonly rules: AskRules) {}

  async handle(tx: Tx, events: readonly EventEnvelope<'sales.purchase-refunded.v1'>[]): Promise<void> {
    await this.rules.execute(
      tx,
      events.flatMap(({ payload: { memberId, refundId, storeId, amountFen, full }, occurredAt: at }) =>
        memberId === null
          ? []
          : [
              {
                memberId,
                trigger: 'refund' as const,
                reference: `refunded:${refundId}`,
                at,
                storeId,
                event: { amountFen, full },
              },
            ],
      ),
    );
  }
}
