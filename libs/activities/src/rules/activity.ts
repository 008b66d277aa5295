import type { StoreId } from '@fanloop/kernel';
import { isWhole } from '@fanloop/kernel';
import { refuse } from './refusals';

export type ActivityStatus = 'draft' | 'open' | 'closed' | 'settled' | 'cancelled';

/** What a manager sets. Further kinds of activities bring further details. */
export interface ActivityDraft {
  readonly title: string;
  readonly summary: string;
  readonly body: string;
  readonly coverUrl: string | null;
  /** Null: not bound to one store. */
  readonly storeId: StoreId | null;
  readonly place: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  /** The first instant at which nobody may join any more. */
  readonly signUpUntil: Date;
  readonly seatsTotal: number;
  /** The coupon that everybody gets who comes; null: none. */
  readonly couponTemplateId: string | null;
}

const MAX_SEATS = 100_000;

export const assertDraft = (draft: ActivityDraft): void => {
  const checks: [boolean, string][] = [
    [draft.title.trim().length > 0, '标题不能为空'],
    [draft.startsAt < draft.endsAt, '结束须晚于开始'],
    [draft.signUpUntil <= draft.endsAt, '报名截止不能晚于活动结束'],
    [isWhole(draft.seatsTotal) && draft.seatsTotal >= 1 && draft.seatsTotal <= MAX_SEATS, '名额至少 1 个'],
  ];
  const broken = checks.find(([holds]) => !holds);
  if (broken) throw refuse('ActivityInvalid', { problem: broken[1] });
};

/** From each status to those that may follow. What is settled or cancelled stays so. */
const NEXT: Record<ActivityStatus, readonly ActivityStatus[]> = {
  draft: ['open', 'cancelled'],
  open: ['closed', 'settled', 'cancelled'],
  closed: ['open', 'settled', 'cancelled'],
  settled: [],
  cancelled: [],
};

/** Throws ActivityStatusForbids. An activity is settled when it has begun, not before. */
export const assertStatusChange = (from: ActivityStatus, to: ActivityStatus, startsAt: Date, now: Date): void => {
  if (!NEXT[from].includes(to) || (to === 'settled' && now < startsAt)) throw refuse('ActivityStatusForbids');
};

export const isEditable = (status: ActivityStatus): boolean => status !== 'settled' && status !== 'cancelled';

/** What a shopper sees: an activity whose sign-up has ended is closed, whether or not somebody closed it. */
export const shownStatus = (status: ActivityStatus, signUpUntil: Date, now: Date): ActivityStatus =>
  status === 'open' && now >= signUpUntil ? 'closed' : status;
