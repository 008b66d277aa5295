import { domainEvent } from '@fanloop/events';
import type { CouponId, Fen, MemberId, Outcome } from '@fanloop/kernel';
import { accept, reject } from '@fanloop/kernel';
import { Outbox, type Tx } from '@fanloop/platform';
import { Injectable } from '@nestjs/common';
import { type Basket, sumOf } from '../rules/basket';
import type { Coupon } from '../rules/coupon';
import type { Discount } from '../rules/discount';
import { redeemTogether } from '../rules/redeem';
import { CouponRepository } from '../store/coupon.repository';
import { RedemptionRepository } from '../store/redemption.repository';
import { type Allowance, type CountedUse, UseBudgets } from '../store/use-budgets';
import { WallClock } from '../store/wall-clock';

/** Coupons used in one purchase; `lines` are the purchase's lines before the discount. */
export interface RedeemCommand extends Basket {
  readonly couponIds: readonly CouponId[];
  readonly memberId: MemberId;
  readonly at: Date;
  /** IANA zone of the store; absent: the brand's. */
  readonly zone?: string;
  readonly reference: string;
}

export interface RedeemedCoupon {
  readonly couponId: CouponId;
  readonly couponNo: string;
  readonly name: string;
  readonly discountFen: Fen;
  readonly gift: string | null;
}

export interface Redeemed {
  /** In the order in which they worked. */
  readonly coupons: readonly RedeemedCoupon[];
  readonly discountFen: Fen;
  /** What all of them take off each line of the command, in its order. */
  readonly lineDiscounts: readonly Fen[];
  /** One of them is for a first purchase: to be held against the number that the purchase gets. */
  readonly firstPurchaseOnly: boolean;
}

interface Accepted {
  readonly command: RedeemCommand;
  readonly coupon: Coupon;
  readonly discount: Discount;
}

/**
 * Uses coupons at the till, in the till's own transaction. The coupons' rows are locked in ascending order, then those of their
 * budgets, judged one purchase after the other, and marked by a conditional statement; a second use of one coupon finds it redeemed (C3).
 */
@Injectable()
export class RedeemCoupons {
  constructor(
    private readonly coupons: CouponRepository,
    private readonly redemptions: RedemptionRepository,
    private readonly wall: WallClock,
    private readonly outbox: Outbox,
    private readonly budgets: UseBudgets,
  ) {}

  /** One outcome per command, in order; a refused one wrote nothing. */
  async execute(tx: Tx, commands: readonly RedeemCommand[]): Promise<Outcome<Redeemed>[]> {
    const coupons = await this.coupons.lock(
      tx,
      commands.flatMap((command) => command.couponIds),
    );
    const allowance = await this.budgets.lock(
      tx,
      commands.map(({ couponIds, storeId, at }) => ({
        templateIds: couponIds.flatMap((id) => coupons.get(id)?.templateId ?? []),
        storeId,
        at,
      })),
    );
    const accepted: Accepted[] = [];
    const outcomes = commands.map((command): Outcome<Redeemed> => {
      const used = this.judge(command, coupons, allowance);
      if (!used.ok) return used;
      for (const { coupon } of used.value.parts) coupons.set(coupon.couponId, { ...coupon, state: 'redeemed' });
      accepted.push(...used.value.parts);
      return accept(used.value.redeemed);
    });
    if (accepted.length > 0) await this.write(tx, accepted, allowance);
    return outcomes;
  }

  private judge(
    command: RedeemCommand,
    coupons: ReadonlyMap<CouponId, Coupon>,
    allowance: Allowance,
  ): Outcome<{ readonly parts: Accepted[]; readonly redeemed: Redeemed }> {
    const ids = [...new Set(command.couponIds)];
    const stopped = ids.flatMap((id) => allowance.whyNot(coupons.get(id)?.templateId ?? '') ?? [])[0];
    const judged = redeemTogether(
      ids.map((id) => coupons.get(id)),
      { ...command, wall: this.wall.at(command.at, command.zone) },
    );
    if (!judged.ok) return judged;
    if (stopped) return reject(stopped);
    const { parts: judgedParts, ...sums } = judged.value;
    const parts = judgedParts.map(({ couponId, discount }) => ({
      command,
      coupon: coupons.get(couponId)!,
      discount,
    }));
    const over = allowance.reserve(parts.map((part) => useOf(part, allowance)));
    if (over) return reject(over);
    return accept({ parts, redeemed: { coupons: parts.map(redeemedOf), ...sums } });
  }

  private async write(tx: Tx, accepted: readonly Accepted[], allowance: Allowance): Promise<void> {
    const ids = accepted.map(({ coupon }) => coupon.couponId);
    if (!(await this.coupons.markRedeemed(tx, ids, this.wall.now())))
      throw new Error('a coupon changed under its lock');
    await this.redemptions.insert(
      tx,
      accepted.map(({ command, coupon, discount: { discountFen, lineDiscounts } }) => ({
        couponId: coupon.couponId,
        templateId: coupon.templateId,
        reference: command.reference,
        storeId: command.storeId,
        at: command.at,
        grossFen: sumOf(command.lines),
        discountFen,
        lineDiscounts,
        budgetDay: allowance.budgetsOf(coupon.templateId) ? allowance.dayOf(command.at) : null,
      })),
    );
    await this.budgets.count(
      tx,
      allowance,
      accepted.map((part) => useOf(part, allowance)),
    );
    await this.outbox.append(tx, accepted.map(toEvent));
  }
}

const useOf = ({ command, coupon, discount }: Accepted, { dayOf }: Allowance): CountedUse => ({
  templateId: coupon.templateId,
  storeId: command.storeId,
  day: dayOf(command.at),
  discountFen: discount.discountFen,
});

const redeemedOf = ({ coupon, discount }: Accepted): RedeemedCoupon => ({
  couponId: coupon.couponId,
  couponNo: coupon.couponNo,
  name: coupon.terms.name,
  discountFen: discount.discountFen,
  gift: discount.gift,
});

const toEvent = ({ command, coupon, discount }: Accepted) =>
  domainEvent(
    'coupons.coupon-redeemed.v1',
    {
      couponId: coupon.couponId,
      templateId: coupon.templateId,
      memberId: coupon.memberId,
      reference: command.reference,
      discountFen: discount.discountFen,
      at: command.at.toISOString(),
    },
    command.at,
  );
