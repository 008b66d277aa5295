import type { Points, Refusal } from '@fanloop/kernel';
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

/** What forbids this person to decide so at `at`; null when nothing does. Two people see every adjustment above a limit. */
export const decisionRefusal = (
  request: Omit<AdjustmentRequest, 'state'> & { readonly state: AdjustmentState },
  verdict: AdjustmentVerdict,
  { by, role }: Decider,
  { limits, at }: { readonly limits: Limits; readonly at: Date },
): Refusal | null => {
  const { state, expiresAt, askedBy, points } = request;
  if (state !== 'pending' && state !== 'expired') return refuse('AdjustmentDecided');
  if (expiresAt <= at) return refuse('AdjustmentRequestExpired');
  const isOwn = askedBy === by;
  if (verdict === 'withdrawn') return isOwn ? null : refuse('AdjustmentNotYours');
  if (isOwn) return refuse('AdjustmentOwnRequest');
  const limit = verdict === 'rejected' ? null : approvalLimit(limits, role);
  return limit !== null && Math.abs(points) > limit ? refuse('AdjustmentAboveLimit', { limit }) : null;
};
