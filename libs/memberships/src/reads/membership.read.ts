import { addMs, type Day, type Fen, type MemberId } from '@fanloop/kernel';
import { LoyaltyDoor, type ShownTier } from '@fanloop/loyalty';
import { Reader } from '@fanloop/platform';
import { Injectable } from '@nestjs/common';
import { whyNotOnSale } from '../rules/buy';
import { leftOf } from '../rules/card';
import type { Duration, UsedCouponRule } from '../rules/plan';
import { refuse } from '../rules/refusals';
import type { Card } from '../store/card.repository';
import { CardRepository } from '../store/card.repository';
import { type Plan, type PlanRow, SELECT_PLAN, toPlan } from '../store/plan.repository';
import { PAY_WITHIN_MS } from '../use-cases/card-words';
import { CardTime, type Present } from '../use-cases/card-work';
import { placeFor } from '../use-cases/running-cards';
import { type CardRow, type CardView, SELECT_CARD, toCardView } from './card-views';

/** A plan as one shopper sees it. Times are ISO 8601 UTC. */
export interface PlanOffer {
  readonly id: string;
  /** Names the terms that are shown: buying asks for it. */
  readonly version: number;
  readonly name: string;
  readonly summary: string;
  readonly terms: string;
  readonly priceFen: Fen;
  readonly duration: Duration;
  readonly tier: Pick<ShownTier, 'code' | 'name' | 'colour' | 'benefits'>;
  readonly coupons: readonly { readonly name: string; readonly count: number; readonly worthFen: Fen }[];
  readonly usedCoupons: UsedCouponRule;
  readonly saleUntil: string | null;
  readonly stockLeft: number | null;
  /** It would begin after the card that the reader has. */
  readonly isRenewal: boolean;
  /** By what he bought, the reader has this tier or a higher one already. */
  readonly isTierHeld: boolean;
  /** If it were paid today. */
  readonly startsOn: Day;
  readonly lastOn: Day;
  /** Why the reader cannot buy it now, as a code and as a sentence; null: nothing is in the way. */
  readonly why: { readonly code: string; readonly text: string } | null;
}

export interface MyCard extends CardView {
  readonly tierName: string;
  readonly colour: string;
  /** Of an order that waits for its payment. */
  readonly paymentNo: string | null;
  /** And until when it can be paid. */
  readonly payUntil: string | null;
}

export interface Membership {
  readonly plans: readonly PlanOffer[];
  /** The reader's cards, those that run first; empty for a visitor. */
  readonly cards: readonly MyCard[];
}

const MOST = 50;
const ORDER: Record<string, number> = { active: 0, upcoming: 1, ordered: 2 };

/** The page of paid membership: what is on sale, what it gives, and the reader's own cards. */
@Injectable()
export class MembershipRead {
  constructor(
    private readonly reader: Reader,
    private readonly cards: CardRepository,
    private readonly loyalty: LoyaltyDoor,
    private readonly time: CardTime,
  ) {}

  async of(memberId: MemberId | null): Promise<Membership> {
    const present = this.time.present();
    const [tiers, earned, rows, open, mine] = await Promise.all([
      this.loyalty.tiers(),
      memberId === null ? null : this.earnedTier(memberId),
      this.reader.query<PlanRow>(
        `${SELECT_PLAN} WHERE p.status = 'active' AND (p.sale_until IS NULL OR p.sale_until > ?)
          ORDER BY p.position, p.id LIMIT ${MOST}`,
        [present.now],
      ),
      memberId === null ? [] : this.cards.openOf(this.reader, memberId),
      memberId === null ? [] : this.rowsOf(memberId),
    ]);
    const shown = mine.map((row) => viewOf(row, tiers, present));
    return {
      plans: rows.map((row) => offerOf(toPlan(row), { tiers, earned }, open, present)),
      cards: shown.sort((a, b) => (ORDER[a.state] ?? 9) - (ORDER[b.state] ?? 9)),
    };
  }

  /** One of the member's cards. Throws CardNotFound, for somebody else's too. */
  async card(memberId: MemberId, cardNo: string): Promise<MyCard> {
    const [tiers, [row]] = await Promise.all([
      this.loyalty.tiers(),
      this.reader.query<CardRow>(`${SELECT_CARD} WHERE c.member_id = ? AND c.card_no = ?`, [memberId, cardNo]),
    ]);
    if (!row) throw refuse('CardNotFound');
    return viewOf(row, tiers, this.time.present());
  }

  /** The code of the tier that needs no card; null while a grant is what gives it. */
  private async earnedTier(memberId: MemberId): Promise<string | null> {
    const { code, grantUntil } = await this.loyalty.standing(memberId);
    return grantUntil === null ? code : null;
  }

  /** Newest first; orders that nobody paid are left out. */
  private rowsOf(memberId: MemberId): Promise<CardRow[]> {
    return this.reader.query<CardRow>(
      `${SELECT_CARD} WHERE c.member_id = ? AND c.state <> 'closed' ORDER BY c.id DESC LIMIT ${MOST}`,
      [memberId],
    );
  }
}

const viewOf = (row: CardRow, tiers: readonly ShownTier[], { today }: Present): MyCard => {
  const tier = tiers.find(({ code }) => code === row.tierCode);
  return {
    ...toCardView(row, today),
    tierName: tier?.name ?? row.tierCode,
    colour: tier?.colour ?? '#8FA3A0',
    paymentNo: row.state === 'ordered' ? row.paymentNo : null,
    payUntil: row.state === 'ordered' ? addMs(row.orderedAt, PAY_WITHIN_MS).toISOString() : null,
  };
};

const rankIn = (tiers: readonly ShownTier[], wanted: string | null): number =>
  tiers.findIndex(({ code }) => code === wanted);

interface Standing {
  readonly tiers: readonly ShownTier[];
  readonly earned: string | null;
}

const offerOf = (
  plan: Plan,
  { tiers, earned }: Standing,
  cards: readonly Card[],
  { now, today }: Present,
): PlanOffer => {
  const { before, period } = placeFor(cards, plan, today);
  const tier = tiers.find(({ code }) => code === plan.tierCode);
  const refusal = whyNotOnSale(plan, now) ?? (before?.isWaiting ? refuse('RenewalWaits') : null);
  return {
    id: plan.planId,
    version: plan.version,
    name: plan.name,
    summary: plan.summary,
    terms: plan.terms,
    priceFen: plan.priceFen,
    duration: plan.duration,
    tier: {
      code: plan.tierCode,
      name: tier?.name ?? plan.tierCode,
      colour: tier?.colour ?? '#8FA3A0',
      benefits: tier?.benefits ?? [],
    },
    coupons: plan.coupons.map(({ name, count, worthFen }) => ({ name, count, worthFen })),
    usedCoupons: plan.usedCoupons,
    saleUntil: plan.saleUntil?.toISOString() ?? null,
    stockLeft: leftOf(plan.stockTotal, plan.sold),
    isRenewal: before !== null,
    isTierHeld: rankIn(tiers, earned) >= rankIn(tiers, plan.tierCode) && earned !== null,
    startsOn: period.startsOn,
    lastOn: period.lastOn,
    why: refusal && { code: refusal.code, text: refusal.reason('zh') },
  };
};
