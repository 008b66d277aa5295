import { expire } from './ledger';
import { at, Book, invariant } from './spec-book';

describe('taking back', () => {
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
});
