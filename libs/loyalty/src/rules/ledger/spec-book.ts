import type { ClawbackPolicy } from '../settings';
import { startingIn } from '../tiers/tier-state';
import { type Account, GENESIS, type Lot, type LotTouch, type Posting } from './account';
import { clawBack as clawBackOf } from './claw-back';
import { earn, giveBack, spend } from './ledger';

const DAY = 86_400_000;
/** The start of a day, counted from the first of 2026. */
export const at = (day: number): Date => new Date(Date.UTC(2026, 0, 1) + day * DAY);
/** What comes back lives so long at least. */
export const KEEP_DAYS = 30;

const empty: Account = {
  memberId: '1',
  available: 0,
  pending: 0,
  debt: 0,
  seq: 0,
  headHash: GENESIS,
  lotCount: 0,
  nextExpiryAt: null,
  nextActivationAt: null,
  inactivityEndsAt: null,
  inactivityMonths: null,
  tier: startingIn(null, '2026-01-01'),
  tierSince: null,
  birthday: null,
  inviterId: null,
  openedAt: new Date(Date.UTC(2026, 0, 1)),
  closedAt: null,
};

/** The store's part, in memory, for the specs of this folder: applies postings as the database does. */
export class Book {
  account = empty;
  lots: Lot[] = [];
  entries: Posting[] = [];

  post(posting: Posting): Posting {
    this.lots.push(...posting.newLots);
    for (const change of posting.changes) {
      const i = this.lots.findIndex((lot) => lot.lotNo === change.lotNo);
      const lot = this.lots[i]!;
      this.lots[i] = {
        ...lot,
        remaining: lot.remaining + change.remaining,
        pending: lot.pending + change.pending,
        expired: lot.expired + change.expired,
        clawedBack: lot.clawedBack + change.clawedBack,
        expiresAt: change.expiresAt ?? lot.expiresAt,
      };
    }
    this.account = {
      ...this.account,
      available: this.account.available + posting.available,
      pending: this.account.pending + posting.pending,
      debt: this.account.debt + posting.debt,
      lotCount: this.lots.length,
    };
    this.entries.push(posting);
    return posting;
  }

  earn(
    points: number,
    expiryDay: number | null,
    source = `purchase:${this.lots.length + 1}`,
    activeDay?: number,
  ): Posting {
    const expiresAt = expiryDay === null ? null : at(expiryDay);
    const activateAt = activeDay === undefined ? null : at(activeDay);
    const more = { activateAt, activateOn: null, byInactivity: false, expireAfterDays: null, storeId: null };
    return this.post(earn(this.account, [{ points, expiresAt, source, ...more }]));
  }

  /** The whole of a purchase is refunded. */
  clawBack(source: string, policy: ClawbackPolicy) {
    const claims = this.lots
      .filter((lot) => lot.source === source)
      .map((lot) => ({ lotNo: lot.lotNo, claimed: lot.earned }));
    return clawBackOf(this.lots, claims, { policy, fenPer100Points: 100, refundFen: 30, deductedBefore: 0 });
  }

  giveBack(touches: readonly LotTouch[], keepUntil: Date): Posting {
    const points = -touches.reduce((sum, touch) => sum + touch.points, 0);
    return this.post(giveBack(this.account, this.lots, touches, { returned: 0, points, keepUntil }));
  }

  spend(points: number): Posting {
    return this.post(spend(this.account, this.lots, points));
  }

  remaining(): number[] {
    return this.lots.map((lot) => lot.remaining);
  }
}

/** What holds after every posting. */
export const invariant = (book: Book): void => {
  const { available, debt } = book.account;
  const sum = (numbers: number[]): number => numbers.reduce((a, b) => a + b, 0);
  expect(sum(book.remaining())).toBe(available);
  expect(sum(book.lots.map((lot) => lot.pending))).toBe(book.account.pending);
  expect(sum(book.entries.map((entry) => entry.pending))).toBe(book.account.pending);
  expect(sum(book.entries.map((entry) => entry.points))).toBe(available - debt);
  expect(available === 0 || debt === 0).toBe(true);
  expect(debt).toBeGreaterThanOrEqual(0);
  for (const lot of book.lots) {
    expect(lot.remaining).toBeGreaterThanOrEqual(0);
    expect(lot.remaining).toBeLessThanOrEqual(lot.earned);
    const moved = book.entries.flatMap((entry) => entry.touches).filter((touch) => touch.lot === lot.lotNo);
    expect(sum(moved.map((touch) => touch.points))).toBe(lot.remaining);
  }
};
