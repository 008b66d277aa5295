import type { MemberId, Outcome, Refusal } from '@fanloop/kernel';
import { accept, reject } from '@fanloop/kernel';
import { refuse } from './refusals';
import type { CouponTerms, StartOfDayAfter, TemplateStatus } from './terms';
import type { ValidSpan } from './validity';
import { validSpan } from './validity';

/** What a claim looks at, read under the lock of the template's row. */
export interface ClaimableTemplate {
  readonly status: TemplateStatus;
  readonly stockLeft: number;
  readonly perMemberLimit: number;
  readonly claimFrom: Date | null;
  readonly claimUntil: Date | null;
  readonly terms: CouponTerms;
}

/** One coupon to write. `ordinal` (1, 2, …) is unique per template and member: the database itself keeps the limit. */
export interface Grant extends ValidSpan {
  readonly ordinal: number;
}

/** Why the member may not claim now; `claimed` is the number of coupons the member has claimed already. */
export const whyNotClaimable = (template: ClaimableTemplate, claimed: number, now: Date): Refusal | null => {
  if (template.status !== 'active') return refuse('TemplateNotActive');
  if (template.claimFrom && now < template.claimFrom) return refuse('ClaimNotStarted');
  if (template.claimUntil && now >= template.claimUntil) return refuse('ClaimEnded');
  const { validity } = template.terms;
  if (validity.kind === 'fixed' && now >= new Date(validity.until)) return refuse('ClaimEnded');
  if (claimed >= template.perMemberLimit) return refuse('ClaimLimitReached', { limit: template.perMemberLimit });
  if (template.stockLeft < 1) return refuse('StockExhausted');
  return null;
};

/**
 * Decides the claims of one template in the order in which they came: each sees the stock and the ordinals that the ones
 * before it left.
 * @param taken the ordinals that each member holds already
 */
export const decideClaims = (
  template: ClaimableTemplate,
  taken: ReadonlyMap<MemberId, readonly number[]>,
  claimants: readonly MemberId[],
  now: Date,
  startOfDayAfter: StartOfDayAfter,
): Outcome<Grant>[] => {
  const ordinals = new Map([...taken].map(([member, held]) => [member, new Set(held)]));
  const span = validSpan(template.terms.validity, now, startOfDayAfter);
  let stockLeft = template.stockLeft;
  return claimants.map((member) => {
    const held = ordinals.get(member) ?? new Set<number>();
    const refusal = whyNotClaimable({ ...template, stockLeft }, held.size, now);
    if (refusal) return reject(refusal);
    const ordinal = firstFree(held);
    ordinals.set(member, held.add(ordinal));
    stockLeft -= 1;
    return accept({ ordinal, ...span });
  });
};

const firstFree = (held: ReadonlySet<number>): number => {
  let ordinal = 1;
  while (held.has(ordinal)) ordinal += 1;
  return ordinal;
};
