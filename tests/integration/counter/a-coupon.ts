import { ClaimCoupon, CreateTemplate, type KeptTerms, type TemplateDraft, termsOf } from '@fanloop/coupons';
import { systemActor } from '@fanloop/kernel';
import { newKey } from './till';
import type { TillProcess } from './till-process';

type Deployed = Pick<TillProcess, 'get'>;

/** 满 30 减 5, unless it is told otherwise. */
export const aTemplate = (
  api: Deployed,
  terms: Partial<KeptTerms> = {},
  change: Partial<TemplateDraft> = {},
): Promise<string> => {
  const draft = {
    terms: termsOf({
      name: '满 30 减 5',
      kind: 'cash',
      amountFen: 500,
      thresholdFen: 3000,
      validity: { kind: 'days', days: 30 },
      scope: {},
      returnGraceDays: 3,
      ...terms,
    } as KeptTerms),
    stockTotal: 1000,
    perMemberLimit: 10,
    claimFrom: null,
    openTo: 'everyone' as const,
    audienceId: null,
    claimUntil: null,
    ...change,
  };
  return api.get(CreateTemplate).execute({ draft, status: 'active', actor: systemActor('test') });
};

/** One coupon for each of these members: their ids. */
export const claimFor = async (api: Deployed, templateId: string, members: readonly string[]): Promise<string[]> => {
  const claims = members.map((memberId) => ({ templateId, memberId, idempotencyKey: newKey() }));
  return (await Promise.all(claims.map((claim) => api.get(ClaimCoupon).execute(claim)))).map(
    (coupon) => coupon.couponId,
  );
};
