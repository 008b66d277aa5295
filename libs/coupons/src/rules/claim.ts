import type { MemberId, Outcome, Refusal } from '@fanloop/kernel';
import { accept, reject } from '@fanloop/kernel';
import type { IssueChannel, OpenTo } from './issue-channel';
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

/** Who asks. `isWelcome`: the coupon is open to them, or comes to them by another way than their own claim. */
export interface Claimant {
  readonly memberId: MemberId;
  readonly isWelcome: boolean;
}

/** What is issued by the brand needs no invitation; a claim in the coupon centre does, unless everyone may. */
export const isWelcome = (openTo: OpenTo, channel: IssueChannel, isInAudience: boolean): boolean =>
  channel !== 'claim' || openTo === 'everyone' || (openTo === 'audience' && isInAudience);

/** One coupon to write. `ordinal` (1, 2, …) is unique per template and member: the database itself keeps the limit. */
export interface Grant extends ValidSpan {
  readonly ordinal: number;
}

/** Why the member may not claim now; `claimed` is the number of coupons the member has claimed already. */
export const whyNotClaimable = (
  template: ClaimableTemplate,
  { claimed, isWelcome }: { readonly claimed: number; readonly isWelcome: boolean },
  now: Date,
): Refusal | null => {
  if (!isWelcome) return refuse('NotInvited');
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
  claimants: readonly Claimant[],
  now: Date,
  startOfDayAfter: StartOfDayAfter,
): Outcome<Grant>[] => {
  const ordinals = new Map([...taken].map(([member, held]) => [member, new Set(held)]));
  const span = validSpan(template.terms.validity, now, startOfDayAfter);
  let stockLeft = template.stockLeft;
  return claimants.map(({ memberId, isWelcome }) => {
    const held = ordinals.get(memberId) ?? new Set<number>();
    const refusal = whyNotClaimable({ ...template, stockLeft }, { claimed: held.size, isWelcome }, now);
    if (refusal) return reject(refusal);
    const ordinal = firstFree(held);
    ordinals.set(memberId, held.add(ordinal));
    stockLeft -= 1;
    return accept({ ordinal, ...span });
  });
};

const firstFree = (held: ReadonlySet<number>): number => {
  let ordinal = 1;
  while (held.has(ordinal)) ordinal += 1;
  return ordinal;
};
