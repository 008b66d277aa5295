import type { Clock, Fen, MemberId } from '@fanloop/kernel';
import { BusinessCalendar, CLOCK } from '@fanloop/platform';
import { MemberSpendingRead } from '@fanloop/sales';
import { Inject, Injectable } from '@nestjs/common';

/** What members spent in the last twelve months. */
@Injectable()
export class SpendingRead {
  constructor(
    private readonly sales: MemberSpendingRead,
    private readonly calendar: BusinessCalendar,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  of(memberIds: readonly MemberId[]): Promise<Map<MemberId, { netFen: Fen; lastPurchaseAt: Date | null }>> {
    return this.sales.since(memberIds, this.calendar.startOfDayMonthsAfter(this.clock.now(), -12));
  }
}
