import { may, PERMISSIONS, PERMISSIONS_OF, ROLES } from './permissions';

describe('permissions', () => {
  it('gives the owner everything and nobody else the power over operations', () => {
    expect(PERMISSIONS_OF.owner).toEqual(PERMISSIONS);
    for (const role of ROLES.filter((name) => name !== 'owner'))
      expect(PERMISSIONS_OF[role]).not.toContain('operations.write');
  });

  it.each([
    'members.reveal',
    'points.adjust',
    'points.approve',
    'staff.write',
    'purchases.refund',
    'imports.run',
    'coupons.issue',
  ] as const)('never gives a clerk %s', (permission) => expect(PERMISSIONS_OF.clerk).not.toContain(permission));

  it.each([
    ['in the own store', { role: 'clerk', storeIds: ['7'] }, 'purchases.record', '7', true],
    ['in another store', { role: 'clerk', storeIds: ['7'] }, 'purchases.record', '8', false],
    ['somewhere', { role: 'clerk', storeIds: ['7'] }, 'purchases.record', undefined, true],
    ['nowhere', { role: 'clerk', storeIds: [] }, 'purchases.record', undefined, false],
    ['every store', { role: 'manager', storeIds: null }, 'purchases.refund', '8', true],
    ['not the role', { role: 'community-manager', storeIds: null }, 'purchases.record', '8', false],
  ] as const)('%s', (_, scope, permission, storeId, expected) =>
    expect(may(scope, permission, storeId)).toBe(expected),
  );
});
