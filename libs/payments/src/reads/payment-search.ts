import { MembersDoor } from '@fanloop/members';
import { Injectable } from '@nestjs/common';
import { beijingDay } from '../rules/bill-day';

export interface Conditions {
  readonly where: string;
  readonly params: readonly unknown[];
}

const NOBODY: Conditions = { where: '1 = 0', params: [] };
const PLAIN = /^[\x21-\x7e]{1,96}$/;

/** Finds payments by what people have at hand: a number of ours or of WeChat's, an order, a member's number or phone. */
@Injectable()
export class PaymentSearch {
  constructor(private readonly members: MembersDoor) {}

  /** About `payments_payment p`. */
  async by(typed: string): Promise<Conditions> {
    const q = typed.replace(/\s/g, '');
    if (!PLAIN.test(q)) return NOBODY;
    const [byNumber, byPhone] = await Promise.all([
      this.members.findByNumber([q]),
      this.members.findByIdentity('phone', [q]),
    ]);
    const memberId = byNumber.get(q) ?? byPhone.get(q);
    if (memberId) return { where: 'p.member_id = ?', params: [memberId] };
    // Four keys, of which at most one is hit: WeChat's numbers are as long as those of our refunds.
    return {
      where: `p.id IN (SELECT id FROM payments_payment WHERE payment_no = ? UNION
                       SELECT id FROM payments_payment WHERE transaction_id = ? UNION
                       SELECT id FROM payments_payment WHERE reference = ? UNION
                       SELECT payment_id FROM payments_refund WHERE refund_no = ?)`,
      params: [q, q, q, q],
    };
  }
}

/** All of them together; everything where there is none. */
export const together = (parts: readonly (Conditions | null)[]): Conditions => {
  const given = parts.filter((part) => part !== null);
  return {
    where: given.map((part) => part.where).join(' AND ') || '1 = 1',
    params: given.flatMap((part) => part.params),
  };
};

/** @param column a column of ours, never a word from outside */
export const onDay = (column: string, day: string): Conditions => {
  const { from, until } = beijingDay(day);
  return { where: `${column} >= ? AND ${column} < ?`, params: [from, until] };
};
