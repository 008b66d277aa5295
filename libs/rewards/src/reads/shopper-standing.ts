import type { MemberId, Points } from '@fanloop/kernel';
import { LoyaltyDoor } from '@fanloop/loyalty';
import { num, Reader } from '@fanloop/platform';
import { Injectable } from '@nestjs/common';
import type { Shopper } from '../rules/redeem';

/** What the mall knows of who looks at it. */
export interface Visitor extends Pick<Shopper, 'tiers' | 'tierCode'> {
  /** Null for somebody who is no member yet. */
  readonly available: Points | null;
  /** How many of each item the member holds or has had. */
  readonly held: ReadonlyMap<string, number>;
}

const STRANGER: Visitor = { tiers: [], tierCode: null, available: null, held: new Map() };

/** Points, tier and what was redeemed so far, as they are now. */
@Injectable()
export class ShopperStanding {
  constructor(
    private readonly reader: Reader,
    private readonly loyalty: LoyaltyDoor,
  ) {}

  async of(memberId: MemberId | null): Promise<Visitor> {
    if (memberId === null) return STRANGER;
    const [{ code: tierCode, tiers }, accounts, rows] = await Promise.all([
      this.loyalty.standing(memberId),
      this.loyalty.accounts([memberId]),
      this.reader.query<{ itemId: string; n: string }>(
        `SELECT item_id AS itemId, COUNT(*) AS n FROM rewards_reward WHERE member_id = ? AND ordinal > 0
          GROUP BY item_id`,
        [memberId],
      ),
    ]);
    const held = new Map(rows.map((row) => [row.itemId, num(row.n)]));
    return { tiers, tierCode, available: accounts.get(memberId)?.available ?? 0, held };
  }
}
