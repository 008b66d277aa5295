import { joinImported } from './join-imported';

const nothing = { external: new Map<string, string>(), phone: new Map<string, string>() };
const row = (externalKey: string, phone: string | null = null) => ({ externalKey, phone });

describe('imported rows', () => {
  it('that share nothing become members of their own', () =>
    expect(joinImported([row('a'), row('b')], nothing)).toEqual({ members: [0, 1], fresh: [0, 1] }));

  it('that share an account or a phone become one member', () =>
    expect(joinImported([row('a', '1'), row('b', '1'), row('a', '2'), row('c', '2')], nothing)).toEqual({
      members: [0, 0, 0, 0],
      fresh: [0],
    }));

  it('join the member who has that account, or that phone', () =>
    expect(
      joinImported([row('a'), row('b', '1'), row('c')], {
        external: new Map([['a', '500']]),
        phone: new Map([['1', '600']]),
      }),
    ).toEqual({ members: ['500', '600', 0], fresh: [2] }));

  it('never merge two members that are there', () =>
    expect(
      joinImported([row('a', '1')], { external: new Map([['a', '500']]), phone: new Map([['1', '600']]) }),
    ).toEqual({ members: ['500'], fresh: [] }));
});
