import { type CouponId, type Fen, formatFen } from '@fanloop/kernel';
import type { BasketLine, BasketNow } from './basket';
import { type Combinable, inOrder, without } from './combination';
import { discountOf } from './discount';
import { apartText, MOST_PER_PURCHASE, together } from './stacking';

export interface BestChoice {
  /** In the order in which they work; empty when no coupon counts. */
  readonly couponIds: readonly CouponId[];
  readonly discountFen: Fen;
  /** “选了 2 张，省 ¥18.00；满减券与折扣券不可同用” */
  readonly why: string;
}

interface Candidate extends Combinable {
  /** What it takes off the untouched basket: it never takes more from a basket that others have touched. */
  readonly aloneFen: Fen;
}

interface Chosen {
  readonly candidates: readonly Candidate[];
  readonly discountFen: Fen;
}

/**
 * The coupons that save the shopper most, at most {@link MOST_PER_PURCHASE}. Exact, by branch and bound over the order in which coupons
 * work: a branch ends when all that could still come does not beat the best so far. Equal savings: the fewer coupons, then those
 * that work first. The same coupons and basket always give the same answer.
 */
export const bestCombination = (coupons: readonly Combinable[], basket: BasketNow): BestChoice => {
  const candidates = inOrder(coupons).flatMap((coupon): Candidate[] => {
    const judged = discountOf(coupon.terms, basket);
    return judged.ok && judged.value.discountFen > 0 ? [{ ...coupon, aloneFen: judged.value.discountFen }] : [];
  });
  const best = new Search(candidates, basket).run();
  return {
    couponIds: best.candidates.map(({ couponId }) => couponId),
    discountFen: best.discountFen,
    why: explained(best, candidates),
  };
};

class Search {
  private best: Chosen = { candidates: [], discountFen: 0 };
  private readonly most: readonly (readonly Fen[])[];
  private readonly agrees: readonly (readonly boolean[])[];

  constructor(
    private readonly candidates: readonly Candidate[],
    private readonly basket: BasketNow,
  ) {
    this.agrees = candidates.map((one) => candidates.map((other) => together(one.terms, other.terms)));
    // From each place on the largest savings, added up: what so many further coupons can bring at most.
    this.most = candidates.map((_, from) => sums(candidates.slice(from).map(({ aloneFen }) => aloneFen)));
  }

  run(): Chosen {
    // The best single coupon first: a good bound from the beginning.
    for (const one of this.candidates) this.offer({ candidates: [one], discountFen: one.aloneFen });
    const { lines, deliveryFen = 0 } = this.basket;
    this.extend({ candidates: [], discountFen: 0 }, [], 0, lines, deliveryFen);
    return this.best;
  }

  private extend(
    chosen: Chosen,
    places: readonly number[],
    from: number,
    lines: readonly BasketLine[],
    deliveryFen: Fen,
  ): void {
    const left = MOST_PER_PURCHASE - places.length;
    if (left === 0) return;
    for (let place = from; place < this.candidates.length; place += 1) {
      if (!this.mayWin(chosen, place, left)) return;
      if (!places.every((other) => this.agrees[place]![other])) continue;
      const candidate = this.candidates[place]!;
      const judged = discountOf(candidate.terms, { ...this.basket, lines, deliveryFen });
      if (!judged.ok || judged.value.discountFen === 0) continue;
      const { discountFen, lineDiscounts, deliveryFen: off } = judged.value;
      const next = {
        candidates: [...chosen.candidates, candidate],
        discountFen: chosen.discountFen + discountFen,
      };
      this.offer(next);
      this.extend(next, [...places, place], place + 1, without(lines, lineDiscounts), deliveryFen - off);
    }
  }

  /** Whether anything from this place on may beat the best: by more money, or by the same with fewer coupons. */
  private mayWin({ candidates, discountFen }: Chosen, place: number, left: number): boolean {
    const most = this.most[place]!;
    const reach = (count: number): Fen => discountFen + (most[Math.min(count, most.length) - 1] ?? 0);
    if (reach(left) !== this.best.discountFen) return reach(left) > this.best.discountFen;
    const fewer = this.best.candidates.length - 1 - candidates.length;
    return fewer > 0 && reach(fewer) === this.best.discountFen;
  }

  private offer(chosen: Chosen): void {
    const more = chosen.discountFen - this.best.discountFen;
    if (more > 0 || (more === 0 && chosen.candidates.length < this.best.candidates.length)) this.best = chosen;
  }
}

/** [a, a + b, a + b + c, …] of the values in descending order. */
const sums = (values: readonly Fen[]): Fen[] => {
  let sum = 0;
  return [...values]
    .sort((a, b) => b - a)
    .map((value) => {
      sum += value;
      return sum;
    });
};

const explained = ({ candidates: chosen, discountFen }: Chosen, all: readonly Candidate[]): string => {
  if (chosen.length === 0) return '没有可用的优惠券';
  const head = `选了 ${chosen.length} 张，省 ${formatFen(discountFen)}`;
  const others = all.filter((one) => !chosen.includes(one));
  const reasons = new Set(
    others.flatMap((other) => {
      const against = chosen.find((one) => !together(one.terms, other.terms));
      return against ? [apartText(against.terms, other.terms)] : [];
    }),
  );
  if (reasons.size > 0) return `${head}；${[...reasons].slice(0, 2).join('，')}`;
  if (others.length === 0) return head;
  return chosen.length === MOST_PER_PURCHASE
    ? `${head}；每单最多 ${MOST_PER_PURCHASE} 张`
    : `${head}；其余 ${others.length} 张加上也不会更省`;
};
