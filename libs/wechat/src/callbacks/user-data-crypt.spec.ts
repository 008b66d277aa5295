import { openUserData, userDataSignature } from './user-data-crypt';

// V8 of the collected vectors.
const data = {
  sessionKey: 'YZJqKnNFi0KAiKUc0ggC2g==',
  iv: 'KEWv/gyiIwAfHvjrLeaX6w==',
  encryptedData:
    'Gu2PVnxVWl+jK4F8c0liGxfkB5Bj3m5HRvwgEIk1Yb+36RZ3Bg7YmUnud/ooiHz0PQroipsH7GCjlGwUeT04NwmrFaP1y3dRYPLpS43ed9QZWcFIFo+8vTs3Zco6S98DUvaNEAs8duhz/BzfBOZaIHMziRqEtPFI0ZDzCgJluBirJ6Wl3UkygZ5/QLo3KA53qGdip7K48Rq8XbCwuidTCw==',
};

describe('encrypted client data', () => {
  it('V8 opens with its session key', () =>
    expect(openUserData(data, 'wxc****17e87e0e0a7')).toEqual({
      phoneNumber: '186****5613',
      purePhoneNumber: '186****5613',
      countryCode: '86',
      watermark: { timestamp: 1634545675, appid: 'wxc****17e87e0e0a7' },
    }));

  it('of another app stays closed', () => expect(openUserData(data, 'wx0000000000000000')).toBeNull());

  it('stays closed to another session key', () =>
    expect(openUserData({ ...data, sessionKey: 'AAAAAAAAAAAAAAAAAAAAAA==' }, 'wxc****17e87e0e0a7')).toBeNull());

  it('is signed with the session key behind it', () =>
    // Computed with another tool (sha1sum).
    expect(userDataSignature('{"nickName":"Band"}', 'HyVFkGl5F5OQWJZZaNzBBg==')).toBe(
      '19036804514e3177482cf7382c6a337cf79b246d',
    ));
});
