import { accept, addMs, type MemberId, type Outcome, reject, type StaffId, type StoreId } from '@fanloop/kernel';
import { refuse } from './refusals';

export const VISIT_MS = 15 * 60_000;
/** A purchase that waited in a clerk's queue while the network was away may come this much later. */
const QUEUE_MS = 24 * 3_600_000;
/** A till learns the server's time from answers dated to the second: a record right after the scan may seem to precede it. */
const CLOCK_SLACK_MS = 5_000;

/** A clerk serves a member: opened by scanning the member's code, good for one clerk in one store. */
export interface Visit {
  readonly memberId: MemberId;
  readonly storeId: StoreId;
  readonly staffId: StaffId;
  readonly openedAt: Date;
}

export interface VisitUse {
  readonly staffId: StaffId;
  readonly storeId: StoreId;
  readonly now: Date;
  /** When the purchase happened, if it is told later than it happened. */
  readonly occurredAt: Date | null;
}

/** The time at which the purchase of this visit happened, or why the visit does not allow it. */
export const purchaseTimeOf = (visit: Visit | null, use: VisitUse): Outcome<{ visit: Visit; at: Date }> => {
  if (!visit) return reject(refuse('VisitExpired'));
  if (visit.staffId !== use.staffId || visit.storeId !== use.storeId) return reject(refuse('VisitInvalid'));
  const until = addMs(visit.openedAt, VISIT_MS);
  if (use.occurredAt === null) return use.now < until ? accept({ visit, at: use.now }) : reject(refuse('VisitExpired'));
  if (addMs(use.occurredAt, CLOCK_SLACK_MS) < visit.openedAt || use.occurredAt >= until)
    return reject(refuse('OccurredOutsideVisit'));
  // A till's clock may run a little ahead or behind: neither before the scan nor after the recording.
  const at = new Date(Math.max(visit.openedAt.getTime(), Math.min(use.occurredAt.getTime(), use.now.getTime())));
  return use.now < addMs(visit.openedAt, QUEUE_MS) ? accept({ visit, at }) : reject(refuse('VisitExpired'));
};
