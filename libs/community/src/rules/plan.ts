import { accept, type Outcome, reject } from '@fanloop/kernel';
import { isLive, type Misfire, type OccurrenceState, ON_TIME_MS } from './occurrence';
import { refuse } from './refusals';

/** When a content item is to be published: as the manager said it, and the instant that it means. */
export interface Plan {
  /** `2026-11-23T10:30`. */
  readonly plannedLocal: string;
  /** IANA name. */
  readonly zone: string;
  readonly plannedAt: Date;
  readonly misfire: Misfire;
}

/** Where a content item stands: its version and its current occurrence. */
export interface Standing {
  readonly version: number;
  readonly state: OccurrenceState;
  readonly plannedAt: Date;
}

/** What has been published stays as it is; everything else may be planned anew, up to the moment of publication. */
export const mayChange = (standing: Standing, expectedVersion?: number): Outcome<true> => {
  if (standing.state === 'done') return reject(refuse('ContentPublished'));
  if (expectedVersion !== undefined && expectedVersion !== standing.version)
    return reject(refuse('ContentChanged', { version: standing.version }));
  return accept(true);
};

/** Keeping a live plan is always allowed; a new one must not lie in the past (this very minute may be chosen: at once). */
export const mayPlan = (plannedAt: Date, now: Date, standing?: Standing): Outcome<true> => {
  if (standing && isLive(standing.state) && standing.plannedAt.getTime() === plannedAt.getTime()) return accept(true);
  return plannedAt.getTime() > now.getTime() - ON_TIME_MS ? accept(true) : reject(refuse('PlannedInPast'));
};

/** Only what is still to come can be paused or cancelled. */
export const mayHold = (standing: Standing): Outcome<true> => {
  if (standing.state === 'done') return reject(refuse('ContentPublished'));
  return isLive(standing.state) ? accept(true) : reject(refuse('ContentNotPlanned'));
};
