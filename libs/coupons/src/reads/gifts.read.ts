import type { Clock, MemberId } from '@fanloop/kernel';
import { CLOCK, Reader } from '@fanloop/platform';
import { Inject, Injectable } from '@nestjs/common';
import { type GiftState, giftHold } from '../rules/gift';
import { refuseGift } from '../rules/gift-refusals';
import { headline, headlineFrom } from '../rules/sentence';
import type { CouponState } from '../rules/terms';
import { GiftRepository } from '../store/gift.repository';
import { TermsRepository, type TermsVersion } from '../store/terms.repository';

/** A coupon's face, as a friend sees it before it is theirs. Times are ISO 8601 UTC. */
export interface GiftFace {
  readonly name: string;
  readonly headline: string;
  readonly thresholdFen: number;
  readonly terms: string;
  readonly validUntil: string;
}

/** `open`: whoever looks may take it. `mine`: taken by who looks; `taken`: by somebody else; `gone`: the coupon is void or over. */
export type GiftStanding = 'open' | 'own' | 'mine' | 'taken' | 'withdrawn' | 'expired' | 'gone';

export interface GiftView extends GiftFace {
  readonly giftId: string;
  readonly fromMemberId: MemberId;
  readonly standing: GiftStanding;
  readonly expiresAt: string;
}

export interface MyGift extends GiftFace {
  readonly giftId: string;
  readonly couponId: string;
  readonly direction: 'out' | 'in';
  readonly state: GiftState;
  readonly otherMemberId: MemberId | null;
  readonly at: string;
  readonly expiresAt: string;
}

interface Row {
  id: string;
  coupon_id: string;
  from_member_id: string;
  to_member_id: string | null;
  state: GiftState;
  offered_at: Date;
  settled_at: Date | null;
  expires_at: Date;
  terms_id: string;
  valid_until: Date;
  coupon_state: CouponState;
  lock_reference: string | null;
}

const SELECT = `SELECT g.id, g.coupon_id, g.from_member_id, g.to_member_id, g.state, g.offered_at, g.settled_at, g.expires_at,
       c.terms_id, c.valid_until, c.state AS coupon_state, c.lock_reference
  FROM coupons_gift g JOIN coupons_coupon c ON c.id = g.coupon_id`;
const MOST = 100;

/** Gifts as those who give and take them see them; judged by the clock, whether or not the sweep has come by. */
@Injectable()
export class GiftsRead {
  constructor(
    private readonly reader: Reader,
    private readonly gifts: GiftRepository,
    private readonly terms: TermsRepository,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** What the link shows. `viewer` is null for a visitor who has not joined yet. Throws GiftNotFound. */
  async byToken(token: string, viewer: MemberId | null): Promise<GiftView> {
    const gift = await this.gifts.byToken(this.reader, token);
    if (!gift) throw refuseGift('GiftNotFound');
    const [row] = await this.reader.query<Row>(`${SELECT} WHERE g.id = ?`, [gift.giftId]);
    return {
      ...face(row!, await this.terms.byId(row!.terms_id)),
      giftId: gift.giftId,
      fromMemberId: gift.fromMemberId,
      standing: standingOf(row!, viewer, this.clock.now()),
      expiresAt: gift.expiresAt.toISOString(),
    };
  }

  /** What a member has given and received, newest first, at most 100. */
  async of(memberId: MemberId): Promise<MyGift[]> {
    const rows = await this.reader.query<Row>(
      `${SELECT} WHERE g.from_member_id = ? OR g.to_member_id = ? ORDER BY g.id DESC LIMIT ${MOST}`,
      [memberId, memberId],
    );
    const terms = await this.terms.byIds(rows.map((row) => row.terms_id));
    const now = this.clock.now();
    return rows.map((row) => {
      const isOut = row.from_member_id === memberId;
      return {
        ...face(row, terms.get(row.terms_id)!),
        giftId: row.id,
        couponId: row.coupon_id,
        direction: isOut ? 'out' : 'in',
        state: row.state === 'offered' && row.expires_at <= now ? 'expired' : row.state,
        otherMemberId: isOut ? row.to_member_id : row.from_member_id,
        at: (row.settled_at ?? row.offered_at).toISOString(),
        expiresAt: row.expires_at.toISOString(),
      };
    });
  }
}

const standingOf = (row: Row, viewer: MemberId | null, now: Date): GiftStanding => {
  if (row.state === 'accepted') return viewer !== null && row.to_member_id === viewer ? 'mine' : 'taken';
  if (row.state === 'withdrawn') return 'withdrawn';
  if (row.coupon_state === 'void' || row.valid_until <= now) return 'gone';
  if (row.state === 'expired' || row.expires_at <= now) return 'expired';
  if (row.coupon_state !== 'locked' || row.lock_reference !== giftHold(row.id)) return 'gone';
  return row.from_member_id === viewer ? 'own' : 'open';
};

const face = (row: Row, { terms, termsText }: TermsVersion): GiftFace => ({
  name: terms.name,
  headline: headline(terms),
  thresholdFen: headlineFrom(terms),
  terms: termsText,
  validUntil: row.valid_until.toISOString(),
});
