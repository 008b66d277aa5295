import { addMs, type Fen, isWholeWithin, type Refusal } from '@fanloop/kernel';
import { refuse } from './refusals';

/** How long a record at the till may be undone as a mistake, and from which amount on a second person must agree. */
export interface UndoSettings {
  /** From the moment of recording. 0: never. */
  readonly minutes: number;
  /** Above this sum BEFORE discounts, so that a valuable coupon counts as well; null: one person is enough. */
  readonly secondAboveFen: Fen | null;
}

export const DEFAULT_UNDO: UndoSettings = { minutes: 30, secondAboveFen: 200_00 };

export type UndoState = 'waiting' | 'done' | 'declined';

/** What became of the wish to undo a purchase: there is one at most. */
export interface Undo {
  readonly purchaseId: string;
  readonly state: UndoState;
  readonly askedBy: string;
  readonly askedAt: Date;
  readonly reason: string;
  /** The second person; null: one was enough, or nobody has decided. */
  readonly decidedBy: string | null;
  readonly decidedAt: Date | null;
  readonly refundId: string | null;
}

/** What undoing asks of a purchase. */
export interface Undoable {
  readonly source: string;
  readonly clerkStaffId: string | null;
  readonly recordedAt: Date;
  readonly grossFen: Fen;
  readonly refundState: 'none' | 'partial' | 'full';
}

export interface Person {
  readonly staffId: string;
  /** In the store of the purchase. */
  readonly mayRefund: boolean;
}

export const endOfUndo = (from: Date, { minutes }: UndoSettings): Date => addMs(from, minutes * 60_000);

export const needsSecond = ({ grossFen }: Pick<Undoable, 'grossFen'>, { secondAboveFen }: UndoSettings): boolean =>
  secondAboveFen !== null && grossFen > secondAboveFen;

/** Whether a record was never a sale but a slip: the same day's same clerk, soon, untouched and once (C12). */
export const whyNotUndoable = (
  purchase: Undoable,
  known: Undo | null,
  person: Person,
  { settings, now }: { readonly settings: UndoSettings; readonly now: Date },
): Refusal | null => {
  if (known) return refuse(KNOWN[known.state]);
  if (purchase.source !== 'till') return refuse('UndoNotPossible');
  if (purchase.refundState !== 'none') return refuse('UndoAfterRefund');
  if (purchase.clerkStaffId !== person.staffId && !person.mayRefund) return refuse('UndoOthersRecord');
  const late = now >= endOfUndo(purchase.recordedAt, settings);
  return late ? refuse('UndoTooLate', { minutes: settings.minutes }) : null;
};

/** A wish waits as long again as a record may be undone, counted from the asking. */
export const whyNotDecidable = (
  known: Undo | null,
  staffId: string,
  { settings, now }: { readonly settings: UndoSettings; readonly now: Date },
): Refusal | null => {
  if (known?.state === 'done') return refuse('AlreadyUndone');
  if (known?.state !== 'waiting') return refuse('UndoNotWaiting');
  if (known.askedBy === staffId) return refuse('UndoNeedsAnother');
  const late = now >= endOfUndo(known.askedAt, settings);
  return late ? refuse('UndoTooLate', { minutes: settings.minutes }) : null;
};

const KNOWN = { waiting: 'UndoWaiting', done: 'AlreadyUndone', declined: 'UndoDeclined' } as const;

export const checkUndoSettings = ({ minutes, secondAboveFen }: UndoSettings): void => {
  if (!isWholeWithin(minutes, 0, 24 * 60))
    throw refuse('UndoSettingsInvalid', { problem: '撤销时限须在 0 到 1440 分钟之间' });
  if (secondAboveFen !== null && !isWholeWithin(secondAboveFen, 0, 100_000_00))
    throw refuse('UndoSettingsInvalid', { problem: '双人确认的金额有误' });
};
