import type { MemberId } from '@fanloop/kernel';
import type { Day } from '../rules/calendar/days';
import { type Tier, tierByCode, tierOnDay } from '../rules/tiers/tiers';
import type { BrandTime } from '../store/brand-time';
import type { LedgerBatch } from '../store/ledger-batch';
import type { MemberDays } from '../store/member-days';
import type { Programme } from '../store/programme.repository';

const COUNT_OF = { 'tier-points': 'tierPoints', 'net-spend': 'netFen', visits: 'purchases' } as const;

/** Tiers of the accounts of one batch, judged from what the days count. */
export class Tiering {
  constructor(
    private readonly programme: Pick<Programme, 'tiers' | 'settings'>,
    private readonly time: BrandTime,
    private readonly batch: LedgerBatch,
    private readonly days: MemberDays,
  ) {}

  /** The tier that judges an event of this day. A later day than the last judgement first moves the window on, as the night would. */
  tierOn(memberId: MemberId, day: Day, at: Date): Tier | null {
    const account = this.batch.account(memberId)!;
    const tier = this.judge(memberId, day);
    if (day <= account.tierDay) return tier;
    if (tier && tier.code !== account.tierCode)
      this.batch.moveTier(memberId, tier.code, day, {
        cause: 'window',
        qualifying: this.qualifying(memberId, day),
        at,
      });
    else this.batch.note(memberId, { tierDay: day });
    return tier;
  }

  /** Upwards at once, after an earning. True when the tier changed. */
  rise(memberId: MemberId, cause: string, at: Date): boolean {
    const { tierDay, tierCode } = this.batch.account(memberId)!;
    const tier = this.judge(memberId, tierDay);
    if (!tier || tier.code === tierCode) return false;
    this.batch.moveTier(memberId, tier.code, tierDay, { cause, qualifying: this.qualifying(memberId, tierDay), at });
    return true;
  }

  /** After a refund. True when the tier changed. */
  fall(_memberId: MemberId, _cause: string, _at: Date): boolean {
    return false;
  }

  private judge(memberId: MemberId, day: Day): Tier | null {
    const { tierCode, tierDay } = this.batch.account(memberId)!;
    const held = tierByCode(this.programme.tiers, tierCode);
    return tierOnDay(this.programme.tiers, { held, heldDay: tierDay }, day, this.qualifying(memberId, day));
  }

  private qualifying(memberId: MemberId, day: Day): number {
    const { basis, window } = this.programme.settings.tiers;
    const from = this.time.windowStart(day, window.kind === 'rolling' ? window.months : 12);
    return this.days.sum(memberId, from, day, COUNT_OF[basis]);
  }
}
