/** What a person may do. A route of the console or the clerk declares one of these. */
export const PERMISSIONS = [
  'today.read',
  'members.read',
  'members.reveal',
  'members.write',
  'points.adjust',
  'points.approve',
  'purchases.read',
  'purchases.record',
  'purchases.refund',
  'imports.run',
  'rules.read',
  'rules.write',
  'tiers.write',
  'rules.approve',
  'coupons.read',
  'coupons.write',
  'coupons.export',
  'coupons.issue',
  'coupons.verify',
  'coupons.give',
  'activities.read',
  'activities.write',
  'activities.check-in',
  'rewards.read',
  'rewards.write',
  'rewards.hand-over',
  'memberships.read',
  'memberships.write',
  'memberships.refund',
  'payments.read',
  'payments.refund',
  'content.read',
  'content.write',
  'content.moderate',
  'tagging.read',
  'tagging.write',
  'stores.read',
  'stores.write',
  'staff.read',
  'staff.write',
  'audit.read',
  'integrations.write',
  'operations.read',
  'operations.write',
] as const;
export type Permission = (typeof PERMISSIONS)[number];

export const ROLES = ['owner', 'manager', 'community-manager', 'store-manager', 'clerk'] as const;
export type Role = (typeof ROLES)[number];

const CLERK: readonly Permission[] = [
  'purchases.read',
  'purchases.record',
  'coupons.read',
  'coupons.verify',
  'coupons.give',
  'activities.read',
  'activities.check-in',
  'rewards.hand-over',
  'stores.read',
];

const STORE_MANAGER: readonly Permission[] = [
  ...CLERK,
  'today.read',
  'members.read',
  'purchases.refund',
  'rewards.read',
  'memberships.read',
  'content.read',
  'tagging.read',
  'staff.read',
];

const COMMUNITY_MANAGER: readonly Permission[] = [
  'today.read',
  'members.read',
  'coupons.read',
  'activities.read',
  'activities.write',
  'activities.check-in',
  'rewards.read',
  'memberships.read',
  'content.read',
  'content.write',
  'content.moderate',
  'tagging.read',
  'tagging.write',
  'stores.read',
];

export const PERMISSIONS_OF: Readonly<Record<Role, readonly Permission[]>> = {
  owner: PERMISSIONS,
  manager: PERMISSIONS.filter((permission) => permission !== 'operations.write'),
  'community-manager': COMMUNITY_MANAGER,
  'store-manager': STORE_MANAGER,
  clerk: CLERK,
};

/** These two act only in the stores they are assigned to; the others act for the whole brand. */
const TIED_TO_STORES: readonly Role[] = ['store-manager', 'clerk'];
export const isTiedToStores = (role: Role): boolean => TIED_TO_STORES.includes(role);

/** What decides whether somebody may do something somewhere. */
export interface Scope {
  readonly role: Role;
  /** null: every store. */
  readonly storeIds: readonly string[] | null;
}

/** Without a store the question is "in some store": ask again with the store of the deed. */
export const may = (scope: Scope, permission: Permission, storeId?: string): boolean =>
  PERMISSIONS_OF[scope.role].includes(permission) &&
  (scope.storeIds === null || (storeId === undefined ? scope.storeIds.length > 0 : scope.storeIds.includes(storeId)));
