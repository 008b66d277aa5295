import type { Points } from '@fanloop/kernel';
import { refuse } from './refusals';
import type { LoyaltySettings } from './settings';

/** Requests that nobody decides are void after so many days. */
export const REQUEST_DAYS = 30;

export const ADJUSTMENT_STATES = ['pending', 'approved', 'rejected', 'withdrawn', 'expired'] as const;
export type AdjustmentState = (typeof ADJUSTMENT_STATES)[number];
export type AdjustmentVerdict = Exclude<AdjustmentState, 'pending' | 'expired'>;

export interface AdjustmentRequest {
  readonly requestId: string;
  readonly memberId: string;
  /** Signed. */
  readonly points: Points;
  readonly reason: string;
  /** As decided; a pending request whose time is over counts as expired. */
  readonly state: Exclude<AdjustmentState, 'expired'>;
  readonly askedBy: string;
  readonly askedAt: Date;
  readonly expiresAt: Date;
  readonly decidedBy: string | null;
  readonly decidedAt: Date | null;
  readonly note: string | null;
  /** Number of the journal entry, once approved. */
  readonly entrySeq: number | null;
}

export interface Decider {
  /** `staff:12`. */
  readonly by: string;
  readonly role: string;
}

type Limits = Pick<LoyaltySettings, 'adjustmentLimits'>;

/** Most points, in either direction, that a role may give or take alone; null: none at all. */
export const adjustmentLimit = ({ adjustmentLimits }: Limits, role: string): Points | null =>
  Object.hasOwn(adjustmentLimits, role) ? adjustmentLimits[role]! : null;

/** Throws AdjustmentNotForRole, AdjustmentNeedsApproval. */
export const assertMayAdjustAlone = (limits: Limits, role: string, points: Points): void => {
  const limit = assertMayAsk(limits, role);
  if (Math.abs(points) > limit) throw refuse('AdjustmentNeedsApproval', { limit });
};

/** The role's own limit; throws AdjustmentNotForRole. */
export const assertMayAsk = (limits: Limits, role: string): Points => {
  const limit = adjustmentLimit(limits, role);
  if (limit === null) throw refuse('AdjustmentNotForRole');
  return limit;
};

/** The owner answers for the brand: his approval has no limit. Everybody else approves what he could do alone. */
export const approvalLimit = (limits: Limits, role: string): Points | null =>
  role === 'owner' ? null : (adjustmentLimit(limits, role) ?? 0);

export const isExpired = (request: Pick<AdjustmentRequest, 'state' | 'expiresAt'>, at: Date): boolean =>
  request.state === 'pending' && request.expiresAt <= at;

/** Throws what forbids this person to decide so at `at`: two people see every adjustment above a limit. */
export const assertMayDecide = (
  request: AdjustmentRequest,
  verdict: AdjustmentVerdict,
  { by, role }: Decider,
  { limits, at }: { readonly limits: Limits; readonly at: Date },
): void => {
  if (request.state !== 'pending') throw refuse('AdjustmentDecided');
  if (isExpired(request, at)) throw refuse('AdjustmentRequestExpired');
  const isOwn = request.askedBy === by;
  if (verdict === 'withdrawn') {
    if (!isOwn) throw refuse('AdjustmentNotYours');
    return;
  }
  if (isOwn) throw refuse('AdjustmentOwnRequest');
  if (verdict === 'rejected') return;
  const limit = approvalLimit(limits, role);
  if (limit !== null && Math.abs(request.points) > limit) throw refuse('AdjustmentAboveLimit', { limit });
};
