import { addMs } from '@fanloop/kernel';

/**
 * One planned publication: planned → claimed (leased by one sweep) → dispatching → done, or failed, skipped, cancelled.
 * The first three are live: their time may still come.
 */
export type OccurrenceState = 'planned' | 'claimed' | 'dispatching' | 'done' | 'failed' | 'skipped' | 'cancelled';

export const LIVE_STATES: readonly OccurrenceState[] = ['planned', 'claimed', 'dispatching'];
export const isLive = (state: OccurrenceState): boolean => LIVE_STATES.includes(state);

/** What to do when nobody was there at the planned time: publish late, up to a stated lateness, or not at all. */
export type Misfire =
  | { readonly kind: 'late'; readonly maxLatenessMinutes: number }
  | {
      readonly kind: 'skip';
    };

export const DEFAULT_MAX_LATENESS_MINUTES = 24 * 60;
export const LONGEST_MAX_LATENESS_MINUTES = 7 * 24 * 60;

/** Within this time of its plan a publication is on time: a sweep's own lag and one lost lease fit in. */
export const ON_TIME_MS = 60_000;

/** A sweep has this long to finish what it claimed; then another may take it over. */
export const LEASE_MS = 30_000;

/** Late publications follow each other at this distance, so that a long downtime does not end in a burst. */
export const LATE_SPACING_MS = 60_000;

export const MAX_ATTEMPTS = 6;

/** The last moment at which an occurrence may still be published. */
export const lateUntil = (plannedAt: Date, misfire: Misfire): Date =>
  addMs(plannedAt, misfire.kind === 'skip' ? ON_TIME_MS : Math.max(misfire.maxLatenessMinutes * 60_000, ON_TIME_MS));

/** How long after a failed attempt the next one comes: 2, 4, 8 … seconds. */
export const retryAfterMs = (attempts: number): number => Math.min(1000 * 2 ** attempts, 5 * 60_000);

/** An occurrence and its plan as they stand now, under the lock of their content. */
export interface Firing {
  readonly state: OccurrenceState;
  readonly leaseToken: string | null;
  /** Claims so far, this one included. */
  readonly attempts: number;
  readonly plannedAt: Date;
  readonly lateUntil: Date;
  readonly failure: string | null;
  readonly schedule: { readonly plannedAt: Date; readonly paused: boolean };
}

export type FiringDecision =
  | { readonly kind: 'publish' }
  /** Somebody else's by now, moved, cancelled or done: touch nothing. */
  | { readonly kind: 'lost' }
  /** Paused: it waits in its plan. */
  | { readonly kind: 'release' }
  | { readonly kind: 'skip' | 'fail'; readonly why: string };

/** What the holder of a lease may do at this moment. Nothing that was true at the time of the claim counts any more. */
export const decideFiring = (firing: Firing, leaseToken: string, now: Date): FiringDecision => {
  const mine = (firing.state === 'claimed' || firing.state === 'dispatching') && firing.leaseToken === leaseToken;
  if (!mine || firing.schedule.plannedAt.getTime() !== firing.plannedAt.getTime()) return { kind: 'lost' };
  if (firing.schedule.paused) return { kind: 'release' };
  if (now > firing.lateUntil) {
    const missed = spanText(now.getTime() - firing.plannedAt.getTime());
    const allowed = spanText(firing.lateUntil.getTime() - firing.plannedAt.getTime());
    return { kind: 'skip', why: `错过计划时间 ${missed}，超过允许的 ${allowed}` };
  }
  if (firing.attempts > MAX_ATTEMPTS)
    return { kind: 'fail', why: `试了 ${MAX_ATTEMPTS} 次都没有发布成功：${firing.failure ?? '进程中断'}` };
  return { kind: 'publish' };
};

/** 3 天, 5 小时 or 2 分钟: rounded down to the largest unit. */
const spanText = (ms: number): string => {
  const minutes = Math.floor(ms / 60_000);
  if (minutes >= 2 * 24 * 60) return `${Math.floor(minutes / (24 * 60))} 天`;
  return minutes >= 120 ? `${Math.floor(minutes / 60)} 小时` : `${minutes} 分钟`;
};
