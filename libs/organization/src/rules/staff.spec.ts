import { checkPassword, mayManage, normalInvitationCode, storesOfRole } from './staff';

describe('who may manage whom', () => {
  it.each([
    ['owner', ['owner', 'clerk'], true],
    ['manager', ['clerk', 'store-manager'], true],
    ['manager', ['manager'], false],
    ['manager', ['clerk', 'owner'], false],
    ['store-manager', ['clerk'], false],
    ['system', ['owner'], true],
  ] as const)('%s manages %j: %s', (manager, roles, ok) => expect(mayManage(manager, roles).ok).toBe(ok));
});

describe('stores of a role', () => {
  it('are needed for a clerk, kept once', () => {
    expect(storesOfRole('clerk', [])).toMatchObject({ ok: false, refusal: { code: 'StoresMissing' } });
    expect(storesOfRole('clerk', ['3', '3', '4'])).toEqual({ ok: true, value: ['3', '4'] });
  });

  it('mean nothing for a manager', () => expect(storesOfRole('manager', ['3'])).toEqual({ ok: true, value: [] }));
});

describe('a new password', () => {
  it.each([
    ['correct horse battery', true],
    ['short', false],
    ['LIN.MANAGER', false],
    ['the-old-password', false],
  ])('%s: %s', (next, ok) => expect(checkPassword(next, 'lin.manager', 'the-old-password').ok).toBe(ok));
});

it('reads an invitation code as it was meant', () => expect(normalInvitationCode(' ab2c-de4f ')).toBe('AB2CDE4F'));
