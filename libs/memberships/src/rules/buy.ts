import type { Refusal } from '@fanloop/kernel';
import { leftOf } from './card';
import type { PlanSale, PlanStatus } from './plan';
import { refuse } from './refusals';

export interface Sellable extends PlanSale {
  readonly status: PlanStatus;
  readonly version: number;
  readonly sold: number;
}

/** Why nobody can buy the plan now, or null. The lasting reasons come first. */
export const whyNotOnSale = (plan: Sellable, now: Date): Refusal | null => {
  if (plan.status === 'ended' || (plan.saleUntil !== null && now >= plan.saleUntil)) return refuse('SaleOver');
  if (plan.status !== 'active') return refuse('PlanNotOnSale');
  if (plan.saleFrom !== null && now < plan.saleFrom) return refuse('SaleNotStarted');
  return leftOf(plan.stockTotal, plan.sold) === 0 ? refuse('PlanSoldOut') : null;
};

/** What the shopper saw and agreed to. */
export interface Agreement {
  readonly version: number;
  /** It was said that the card begins after the one that runs. */
  readonly isRenewal: boolean;
}

/** The cards that it would wait for: whether one runs, and whether one already waits behind it. */
export interface Queue {
  readonly isRunning: boolean;
  readonly isWaiting: boolean;
}

/**
 * Why this shopper cannot buy it so, or null. Whoever has a card and did not mean to renew it (a second device, an old screen) is asked
 * again instead of paying twice.
 */
export const whyNotBuy = (version: number, agreed: Agreement, { isRunning, isWaiting }: Queue): Refusal | null => {
  if (agreed.version !== version) return refuse('TermsChanged');
  if (isWaiting) return refuse('RenewalWaits');
  if (isRunning && !agreed.isRenewal) return refuse('CardRunning');
  return !isRunning && agreed.isRenewal ? refuse('CardNotRunning') : null;
};
