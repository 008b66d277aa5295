import type { MemberDeed } from '@fanloop/community';
import { CouponsDoor } from '@fanloop/coupons';
import type { MemberId } from '@fanloop/kernel';
import { formatFen } from '@fanloop/kernel';
import { LoyaltyDoor } from '@fanloop/loyalty';
import { PurchasesRead, type PurchaseView, type RefundFact, RefundsRead } from '@fanloop/sales';
import { Injectable } from '@nestjs/common';
import { type Moment, mergeNewestFirst } from '../rules/timeline';
import { TimelineRest } from './timeline-rest';

/** Everything that happened to a member, from all contexts, as one line of time. */
@Injectable()
export class TimelineRead {
  constructor(
    private readonly purchases: PurchasesRead,
    private readonly refunds: RefundsRead,
    private readonly loyalty: LoyaltyDoor,
    private readonly coupons: CouponsDoor,
    private readonly rest: TimelineRest,
  ) {}

  /** Moments before an instant, newest first; `nextBefore` asks for the next page. */
  async before(memberId: MemberId, before: Date, limit: number): Promise<{ items: Moment[]; nextBefore: Date | null }> {
    const [purchases, refunds, points, coupons, activities, deeds, computed] = await Promise.all([
      this.bought(memberId, before, limit),
      this.refunds.ofMember(memberId, before, limit),
      this.points(memberId, before, limit),
      this.coupons.moments(memberId, before, limit),
      this.rest.activities.moments(memberId, before, limit),
      this.rest.community.deedsOf(memberId, limit, before),
      this.rest.tagging.changesOf(memberId, before, limit),
    ]);
    const plain = { amountFen: null, points: null };
    return mergeNewestFirst(limit, [
      purchases,
      refunds.map(refundMoment),
      points,
      coupons.map((moment) => ({ ...plain, ...moment, kind: 'coupon' as const })),
      activities.map((moment) => ({ ...plain, ...moment, kind: 'activity' as const, ref: null })),
      deeds.map((deed) => ({ ...plain, ...postMoment(deed) })),
      computed.map((moment) => ({ ...plain, ...moment, ref: null })),
    ]);
  }

  private async bought(memberId: MemberId, before: Date, limit: number): Promise<Moment[]> {
    const { items } = await this.purchases.ofMember(memberId, limit, `${before.getTime()}-0`);
    const stores = await this.rest.organization.storesByIds(items.map((purchase) => purchase.storeId));
    return items.map((purchase) => ({
      at: purchase.occurredAt,
      kind: 'purchase',
      title: `消费 ${formatFen(purchase.netFen)}${refundedText(purchase)}`,
      detail: `${stores.get(purchase.storeId)?.name ?? ''}　${summaryOf(purchase.lines)}`.trim(),
      amountFen: purchase.netFen,
      points: null,
      ref: purchase.purchaseNo,
    }));
  }

  private async points(memberId: MemberId, before: Date, limit: number): Promise<Moment[]> {
    const entries = await this.loyalty.entriesBefore(memberId, before, limit);
    return entries.map((entry) => ({
      at: entry.at,
      kind: 'points',
      title: entry.title,
      detail: entry.why.join('；'),
      amountFen: null,
      points: entry.points,
      ref: entry.purchaseNo,
    }));
  }
}

const postMoment = (deed: MemberDeed) => ({
  at: new Date(deed.at),
  kind: 'post' as const,
  title: deed.kind === 'like' ? `点赞「${deed.postTitle ?? '动态'}」` : `评论「${deed.postTitle ?? '动态'}」`,
  detail: deed.text ?? '',
  ref: deed.postId,
});

const refundedText = ({ refundState, refundedFen }: PurchaseView): string => {
  if (refundState === 'none') return '';
  return refundState === 'full' ? '（已退款）' : `（已退 ${formatFen(refundedFen)}）`;
};

/** A refund stands at its own time; its money goes the other way. */
const refundMoment = (refund: RefundFact): Moment => ({
  at: refund.at,
  kind: 'refund',
  title: `${refund.full ? '退款' : '部分退款'} ${formatFen(refund.amountFen)}`,
  detail: [refund.reason, summaryOf(refund.lines.filter((line) => line.quantity > 0))].filter(Boolean).join('　'),
  amountFen: refund.deductedFen - refund.amountFen,
  points: null,
  ref: refund.purchaseNo,
});

const summaryOf = (lines: readonly { readonly name: string; readonly quantity: number }[]): string =>
  lines
    .slice(0, 3)
    .map((line) => `${line.name}×${line.quantity}`)
    .join('、');
