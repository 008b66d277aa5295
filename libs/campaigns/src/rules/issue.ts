import { isWholeWithin } from '@fanloop/kernel';
import { refuse } from './refusals';

export const ISSUE_STATES = ['planned', 'freezing', 'running', 'held', 'done', 'cancelled', 'failed'] as const;
/**
 * `planned → freezing → running → done`. `held`: something of the coupon forbids going on (its stock is used up, it is paused);
 * a person resumes it when that is mended. `running` with a reason: what may be given on this day is gone, and it goes on on the next. `failed`: a fault of ours; may be resumed. `cancelled` and `done` are for good.
 */
export type IssueState = (typeof ISSUE_STATES)[number];

export interface IssueDraft {
  readonly name: string;
  readonly templateId: string;
  /** Coupons for each member. */
  readonly copies: number;
  /** A message in the mini-program for those who agreed to such messages. */
  readonly notify: boolean;
  /** null: at once. */
  readonly startAt: Date | null;
}

export const MOST_COPIES = 20;
const LATEST_DAYS = 366;
const DAY_MS = 86_400_000;

export const assertDraft = ({ name, copies, startAt }: IssueDraft, now: Date): void => {
  const checks: (readonly [boolean, string])[] = [
    [isWholeWithin([...name.trim()].length, 1, 60), '名称要有 1 到 60 个字'],
    [isWholeWithin(copies, 1, MOST_COPIES), `每人 1 到 ${MOST_COPIES} 张`],
    [startAt === null || startAt > now, '定时要晚于现在'],
    [startAt === null || startAt.getTime() - now.getTime() <= LATEST_DAYS * DAY_MS, '定时不能超过一年'],
  ];
  const broken = checks.find(([holds]) => !holds);
  if (broken) throw refuse('IssueInvalid', { problem: broken[1] });
};

const CANCELLABLE: readonly IssueState[] = ['planned', 'freezing', 'running', 'held', 'failed'];
const RESUMABLE: readonly IssueState[] = ['held', 'failed'];

const STATE_TEXT: Record<IssueState, string> = {
  planned: '还没有开始',
  freezing: '正在圈定会员',
  running: '正在发放',
  held: '已经停住',
  done: '已经发完',
  cancelled: '已经取消',
  failed: '没有发完',
};

/** Where an issue stands. */
export interface Standing {
  readonly state: IssueState;
  /** The code of what holds it. */
  readonly heldBy: string | null;
}

/** It runs again when the day is over. */
export const isWaiting = ({ state, heldBy }: Standing): boolean => state === 'running' && heldBy !== null;

export const assertCancellable = ({ state }: Standing): void => assertState(state, CANCELLABLE);

/** Who waits for tomorrow may be sent on today: the coupon's pieces per day may have been raised. */
export const assertResumable = (issue: Standing): void => {
  if (!isWaiting(issue)) assertState(issue.state, RESUMABLE);
};

const assertState = (state: IssueState, allowed: readonly IssueState[]): void => {
  if (!allowed.includes(state)) throw refuse('IssueStateForbids', { state: STATE_TEXT[state] });
};

/** Coupons that are written in one transaction: a crowd at the till waits no longer than for so many. */
const COUPONS_PER_CHUNK = 1000;

/** How many members of the audience are dealt with at once. */
export const membersPerChunk = (copies: number): number => Math.max(1, Math.floor(COUPONS_PER_CHUNK / copies));
