import { CouponsDoor } from '@fanloop/coupons';
import type { MemberId, StoreId } from '@fanloop/kernel';
import { LoyaltyDoor } from '@fanloop/loyalty';
import { MembersDoor } from '@fanloop/members';
import { BusinessCalendar } from '@fanloop/platform';
import type { PurchaseView } from '@fanloop/sales';
import { Injectable } from '@nestjs/common';
import { refuse } from '../rules/refusals';
import { type Suggestion, suggest } from '../rules/suggestion';
import { StoreHistoryRead } from './store-history.read';

export interface CustomerCard {
  readonly member: { nickname: string; avatarUrl: string | null; memberNoMasked: string; joinedAt: Date };
  readonly tier: { code: string; name: string; colour: string };
  readonly points: { available: number };
  readonly coupons: readonly {
    couponId: string;
    name: string;
    terms: string;
    headline: string;
    amountFen: number;
    thresholdFen: number;
    validUntil: Date;
  }[];
  readonly lastPurchases: readonly { at: Date; storeName: string; amountFen: number; summary: string }[];
  readonly tastes: readonly string[];
  readonly suggestion: Suggestion | null;
}

const LAST_PURCHASES = 3;

/** The member as the clerk in front of him should see him: no phone, no full member number. */
@Injectable()
export class CustomerCardRead {
  constructor(
    private readonly members: MembersDoor,
    private readonly loyalty: LoyaltyDoor,
    private readonly coupons: CouponsDoor,
    private readonly history: StoreHistoryRead,
    private readonly calendar: BusinessCalendar,
  ) {}

  async of(memberId: MemberId, storeId: StoreId, now: Date): Promise<CustomerCard> {
    const [summaries, standing, accounts, coupons, history] = await Promise.all([
      this.members.summaries([memberId]),
      this.loyalty.standing(memberId),
      this.loyalty.accounts([memberId]),
      this.coupons.usableInStore(memberId, storeId, now),
      this.history.of(memberId, LAST_PURCHASES),
    ]);
    const member = summaries.get(memberId);
    if (member?.status !== 'active') throw refuse('MemberNotActive');
    const birthday = member.birthday?.slice(-5) ?? null;
    return {
      member: {
        nickname: member.nickname,
        avatarUrl: member.avatarUrl,
        memberNoMasked: `••••${member.memberNo.slice(-4)}`,
        joinedAt: member.joinedAt,
      },
      tier: { code: standing.code, name: standing.name, colour: standing.colour },
      points: { available: accounts.get(memberId)?.available ?? 0 },
      coupons: coupons.map(({ couponNo: _, ...coupon }) => coupon),
      lastPurchases: history.purchases.map((purchase) => ({
        at: purchase.occurredAt,
        storeName: history.storeNames.get(purchase.storeId) ?? '',
        amountFen: purchase.netFen - purchase.refundedFen,
        summary: summaryOf(purchase),
      })),
      tastes: history.tastes,
      suggestion: suggest({
        now,
        nickname: member.nickname,
        coupons,
        nextTier: standing.next && { hint: standing.next.hint, progressPercent: standing.progressPercent },
        lastPurchaseAt: history.purchases[0]?.occurredAt ?? null,
        tastes: history.tastes,
        isBirthday: birthday !== null && birthday === this.calendar.monthDay(now),
      }),
    };
  }
}

const summaryOf = (purchase: PurchaseView): string => {
  const [first] = purchase.lines;
  if (!first) return '';
  return purchase.lines.length > 1 ? `${first.name} 等 ${purchase.lines.length} 样` : first.name;
};
