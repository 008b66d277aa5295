import { type Given, type Seat, settleChunk, sharesOf } from './chunk';

const seats = (...members: string[]): Seat[] => members.map((memberId, i) => ({ position: 101 + i, memberId }));
const all = (coupons: number): Given => ({ coupons, refusal: null });
const none = (refusal: string, coupons = 0): Given => ({ coupons, refusal });
const ONE = { copies: 1, carried: 0 };

describe('a chunk of a bulk issue', () => {
  it('counts who got all, and keeps who did not with the reason and what is missing', () => {
    const outside = new Map([['b', 'MemberClosed']]);
    const given = [all(3), none('ClaimLimitReached', 2), none('ClaimLimitReached')];
    expect(settleChunk(seats('a', 'b', 'c', 'd'), { copies: 3, carried: 0 }, outside, given)).toEqual({
      doneTo: 104,
      carried: 0,
      issued: 5,
      issuedMembers: 2,
      skips: [
        { position: 102, memberId: 'b', reason: 'MemberClosed', missing: 3 },
        { position: 103, memberId: 'c', reason: 'ClaimLimitReached', missing: 1 },
        { position: 104, memberId: 'd', reason: 'ClaimLimitReached', missing: 3 },
      ],
      held: null,
    });
  });

  it('stops before the first whom something of the coupon itself refuses: they keep their places', () => {
    const given = [all(1), none('StockExhausted'), none('StockExhausted')];
    expect(settleChunk(seats('a', 'b', 'c'), ONE, new Map(), given)).toEqual({
      doneTo: 101,
      carried: 0,
      issued: 1,
      issuedMembers: 1,
      skips: [],
      held: 'StockExhausted',
    });
    expect(settleChunk(seats('a'), ONE, new Map(), [none('TemplateNotActive')])).toMatchObject({
      doneTo: 100,
      held: 'TemplateNotActive',
    });
  });

  it('a refusal that nobody has heard of holds the issue, and skips nobody', () => {
    expect(settleChunk(seats('a'), ONE, new Map(), [none('SomethingNew')])).toMatchObject({
      doneTo: 100,
      skips: [],
      held: 'SomethingNew',
    });
  });

  it('carries what the stock left of a share, and asks for the rest of it the next time', () => {
    const share = { copies: 5, carried: 0 };
    const first = settleChunk(seats('a', 'b'), share, new Map(), [all(5), none('StockExhausted', 2)]);
    expect(first).toMatchObject({ doneTo: 101, carried: 2, issued: 7, issuedMembers: 2, held: 'StockExhausted' });
    const rest = [{ position: 102, memberId: 'b' }, ...seats('c').map((seat) => ({ ...seat, position: 103 }))];
    expect(sharesOf(rest, { copies: 5, carried: 2 })).toEqual([3, 5]);
    expect(settleChunk(rest, { copies: 5, carried: 2 }, new Map(), [all(3), all(5)])).toEqual({
      doneTo: 103,
      carried: 0,
      issued: 8,
      issuedMembers: 1,
      skips: [],
      held: null,
    });
    const again = settleChunk(rest, { copies: 5, carried: 2 }, new Map(), [none('StockExhausted', 1), all(0)]);
    expect(again).toMatchObject({ doneTo: 101, carried: 3, issued: 1, issuedMembers: 0 });
  });

  it('whom the brand lost in the middle of a share misses the rest', () => {
    const closed = new Map([['b', 'MemberClosed']]);
    expect(settleChunk([{ position: 102, memberId: 'b' }], { copies: 5, carried: 2 }, closed, [])).toMatchObject({
      doneTo: 102,
      carried: 0,
      issued: 0,
      skips: [{ memberId: 'b', missing: 3 }],
    });
  });
});
