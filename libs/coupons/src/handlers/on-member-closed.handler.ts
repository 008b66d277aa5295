import type { EventEnvelope, EventHandler, Tx } from '@fanloop/platform';
import { Injectable } from '@nestjs/common';
import { VoidCoupons } from '../use-cases/void-coupons.use-case';

/** A closed account keeps no claim on the brand. */
@Injectable()
export class CouponsOnMemberClosed implements EventHandler<'members.member-closed.v1'> {
  readonly consumer = 'coupons.member-closed';
  readonly events = ['members.member-closed.v1'] as const;

  constructor(private readonly voidCoupons: VoidCoupons) {}

  async handle(tx: Tx, events: readonly EventEnvelope<'members.member-closed.v1'>[]): Promise<void> {
    await this.voidCoupons.execute(
      tx,
      events.map((event) => event.payload.memberId),
    );
  }
}
