import fc from 'fast-check';
import type { ClawbackPolicy } from '../settings';
import { startingIn } from '../tiers/tier-state';
import { type Account, GENESIS, type Lot, type LotTouch, type Posting } from './account';
import { clawBack as clawBackOf } from './claw-back';
import { activate, dueForActivation, earn, expire, forfeit, giveBack, spend } from './ledger';

const DAY = 86_400_000;
const at = (day: number): Date => new Date(Date.UTC(2026, 0, 1) + day * DAY);
const KEEP_DAYS = 30;

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

/** The store's part, in memory: applies postings as the database does. */
class Book {
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

const invariant = (book: Book): void => {
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

describe('the ledger', () => {
  it('spends from the lot that expires first, whatever its age; lots without an end last', () => {
    const book = new Book();
    book.earn(100, null);
    book.earn(100, 300);
    book.earn(100, 200);
    expect(book.spend(150).touches).toEqual([
      { lot: 3, points: -100 },
      { lot: 2, points: -50 },
    ]);
    expect(book.remaining()).toEqual([100, 50, 0]);
  });

  it('refuses to spend more than there is, nothing, a fraction or less than nothing', () => {
    const book = new Book();
    book.earn(100, 300);
    expect(() => book.spend(101)).toThrow('PointsNotEnough');
    for (const points of [0, -5, 1.5, Number.NaN]) expect(() => book.spend(points)).toThrow('PointsNotPositive');
  });

  it('L7 lets die only what is left, at the very instant of the end and not before', () => {
    const book = new Book();
    book.earn(100, 10);
    book.earn(50, 20);
    book.spend(70);
    expect(expire(book.lots, new Date(at(10).getTime() - 1))).toBeNull();
    expect(book.post(expire(book.lots, at(10))!).points).toBe(-30);
    expect(book.account.available).toBe(50);
    expect(expire(book.lots, at(10))).toBeNull();
    invariant(book);
  });

  it('gives points back to the lots they came from, and a lot that ends sooner lives 30 days', () => {
    const book = new Book();
    book.earn(100, 10);
    book.earn(100, 300);
    const spent = book.spend(150);
    book.giveBack(spent.touches, at(9 + KEEP_DAYS));
    expect(book.remaining()).toEqual([100, 100]);
    expect(book.lots.map((lot) => lot.expiresAt)).toEqual([at(39), at(300)]);
    invariant(book);
  });

  it.each([
    ['untouched', 0, 'debt', -100, 0, 0, 0],
    ['spent in part, other points there', 60, 'debt', -100, 0, 0, 40],
    ['all spent', 200, 'debt', -100, 100, 0, 0],
    ['all spent', 200, 'write-off', 0, 0, 100, 0],
    ['spent but 30', 170, 'debt', -100, 70, 0, 0],
    ['spent but 30', 170, 'write-off', -30, 0, 70, 0],
    // 30 fen of the refund's money pay for 30 points; the rest is owed.
    ['all spent', 200, 'deduct', -70, 70, 0, 0],
    ['spent but 80', 120, 'deduct', -80, 0, 0, 0],
  ] as const)(
    'L1 takes back 100 earned points, %s (%i spent), policy %s',
    (_, spent, policy, points, debt, writtenOff, left) => {
      const book = new Book();
      book.earn(100, 300, 'purchase:1');
      book.earn(100, 200, 'purchase:2');
      if (spent > 0) book.spend(spent);
      const claw = book.clawBack('purchase:1', policy);
      book.post(claw.posting);
      expect(claw).toMatchObject({ owed: 100, debtAdded: debt, writtenOff });
      expect(claw.posting.points).toBe(points);
      expect(book.account).toMatchObject({ available: spent === 0 ? 100 : left, debt });
      expect(book.clawBack('purchase:1', policy)).toMatchObject({ owed: 0 });
      invariant(book);
    },
  );

  it('lets later earnings pay a debt first', () => {
    const book = new Book();
    book.earn(100, 300);
    book.spend(100);
    book.post(book.clawBack('purchase:1', 'debt').posting);
    expect(book.account).toMatchObject({ available: 0, debt: 100 });
    book.earn(60, 300);
    expect(book.account).toMatchObject({ available: 0, debt: 40 });
    book.earn(60, 300);
    expect(book.account).toMatchObject({ available: 20, debt: 0 });
    invariant(book);
  });

  it('does not take back what has expired already', () => {
    const book = new Book();
    book.earn(100, 10);
    book.spend(40);
    book.post(expire(book.lots, at(10))!);
    expect(book.clawBack('purchase:1', 'debt')).toMatchObject({ owed: 40, debtAdded: 40 });
  });

  it('keeps pending points apart until their day, and pays a debt with them then', () => {
    const book = new Book();
    book.earn(100, 300);
    book.spend(100);
    book.post(book.clawBack('purchase:1', 'debt').posting);
    expect(book.earn(150, 300, 'purchase:2', 7)).toMatchObject({ points: 0, pending: 150 });
    expect(book.account).toMatchObject({ available: 0, pending: 150, debt: 100 });
    expect(dueForActivation(book.lots, new Date(at(7).getTime() - 1))).toEqual([]);
    const posting = book.post(activate(book.account, dueForActivation(book.lots, at(7)), () => null)!);
    expect(posting).toMatchObject({ points: 150, pending: -150, touches: [{ lot: 2, points: 50, pending: -150 }] });
    expect(book.account).toMatchObject({ available: 50, pending: 0, debt: 0 });
    invariant(book);
  });

  it('takes a refund from pending points first, and never from those of another purchase', () => {
    const book = new Book();
    book.earn(100, 300, 'purchase:1', 7);
    book.earn(40, 300, 'purchase:2', 7);
    const claw = book.clawBack('purchase:1', 'debt');
    book.post(claw.posting);
    expect(claw).toMatchObject({ owed: 100, fromPending: 100, debtAdded: 0 });
    expect(book.account).toMatchObject({ available: 0, pending: 40, debt: 0 });
    invariant(book);
  });

  it('closes an account by letting everything die, also what is pending', () => {
    const book = new Book();
    book.earn(100, null);
    book.earn(50, null, 'purchase:2', 7);
    book.post(forfeit(book.lots)!);
    expect(book.account).toMatchObject({ available: 0, pending: 0 });
    expect(forfeit(book.lots)).toBeNull();
    invariant(book);
  });
});

type Step =
  | { do: 'earn'; points: number; life: number | null; wait: number }
  | { do: 'spend'; points: number }
  | { do: 'return' | 'refund'; pick: number; writeOff: boolean }
  | { do: 'wait'; days: number };

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    do: fc.constant('earn' as const),
    points: fc.integer({ min: 0, max: 500 }),
    life: fc.option(fc.integer({ min: 21, max: 60 })),
    wait: fc.constantFrom(0, 0, 7, 20),
  }),
  fc.record({ do: fc.constant('spend' as const), points: fc.integer({ min: 1, max: 400 }) }),
  fc.record({
    do: fc.constantFrom('return' as const, 'refund' as const),
    pick: fc.nat(20),
    writeOff: fc.boolean(),
  }),
  fc.record({ do: fc.constant('wait' as const), days: fc.integer({ min: 1, max: 40 }) }),
);

/** Plays any history against the pure ledger, and looks after each step. */
const play = (steps: readonly Step[]): void => {
  const book = new Book();
  const spendings: (readonly LotTouch[])[] = [];
  let today = 0;
  for (const move of steps) {
    if (move.do === 'earn')
      book.earn(
        move.points,
        move.life === null ? null : today + move.life,
        undefined,
        move.wait ? today + move.wait : undefined,
      );
    if (move.do === 'spend' && move.points <= book.account.available) spendings.push(book.spend(move.points).touches);
    if (move.do === 'return' && spendings.length > 0) {
      const [touches] = spendings.splice(move.pick % spendings.length, 1);
      book.giveBack(touches!, at(today + KEEP_DAYS));
    }
    if (move.do === 'refund' && book.lots.length > 0) {
      const source = book.lots[move.pick % book.lots.length]!.source;
      const claw = book.clawBack(source, move.writeOff ? 'write-off' : 'debt');
      expect(-claw.posting.points - claw.posting.pending + claw.writtenOff).toBe(claw.owed);
      book.post(claw.posting);
    }
    if (move.do === 'wait') {
      today += move.days;
      const ripe = activate(book.account, dueForActivation(book.lots, at(today)), () => null);
      if (ripe) book.post(ripe);
      const died = expire(book.lots, at(today));
      if (died) book.post(died);
      expect(book.lots.every((lot) => lot.remaining === 0 || !lot.expiresAt || lot.expiresAt > at(today))).toBe(true);
    }
    invariant(book);
  }
};

it('holds its invariants over any history of earnings, spendings, returns, refunds and expiries', () => {
  fc.assert(fc.property(fc.array(step, { maxLength: 40 }), play), { numRuns: 400 });
});
