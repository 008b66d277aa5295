import type { CouponId } from '@fanloop/kernel';
import { Reader } from '@fanloop/platform';
import { Injectable } from '@nestjs/common';
import type { CouponState } from '../rules/terms';

/** What coupons that another context gave are now. */
@Injectable()
export class CouponStatesRead {
  constructor(private readonly reader: Reader) {}

  /** Unknown ids are left out. */
  async of(ids: readonly CouponId[]): Promise<Map<CouponId, CouponState>> {
    if (ids.length === 0) return new Map();
    const rows = await this.reader.query<{ id: CouponId; state: CouponState }>(
      'SELECT id, state FROM coupons_coupon WHERE id IN (?)',
      [ids],
    );
    return new Map(rows.map(({ id, state }) => [id, state]));
  }
}
