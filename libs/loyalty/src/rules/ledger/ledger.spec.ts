import { activate, dueForActivation, expire, forfeit } from './ledger';
import { at, Book, invariant, KEEP_DAYS } from './spec-book';

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
