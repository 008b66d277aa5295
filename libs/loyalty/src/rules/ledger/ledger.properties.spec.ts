import fc from 'fast-check';
import type { LotTouch } from './account';
import { activate, dueForActivation, expire } from './ledger';
import { at, Book, invariant, KEEP_DAYS } from './spec-book';

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
