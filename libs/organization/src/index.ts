import { CreateOrganizationTables1760000100001 } from './store/migrations/1-organization-tables';

export * from './organization.door';
export * from './organization.module';
export type { StaffAccess } from './reads/staff-access.read';
export { type StaffBrief, StaffBriefRead } from './reads/staff-brief.read';
export { StaffListRead, type StaffView } from './reads/staff-list.read';
export { type StoreNearby, StoresRead } from './reads/stores.read';
export { may, PERMISSIONS, PERMISSIONS_OF, type Permission, ROLES, type Role, type Scope } from './rules/permissions';
export { PASSWORD_MIN_LENGTH } from './rules/staff';
export type { Store, StoreFields } from './rules/store';
export { AddStaff, type AddStaffCommand } from './use-cases/add-staff.use-case';
export { BindWechatIdentity } from './use-cases/bind-wechat-identity.use-case';
export { ChangePassword } from './use-cases/change-password.use-case';
export { ChangeStaff } from './use-cases/change-staff.use-case';
export { ImportStores } from './use-cases/import-stores.use-case';
export { InviteStaff } from './use-cases/invite-staff.use-case';
export { LogInStaff } from './use-cases/log-in-staff.use-case';
export { ResetPassword } from './use-cases/reset-password.use-case';
export { RevokeStaff } from './use-cases/revoke-staff.use-case';
export { SaveStore } from './use-cases/save-store.use-case';

export const organizationMigrations = [CreateOrganizationTables1760000100001];
