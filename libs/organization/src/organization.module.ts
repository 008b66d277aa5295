import { Module } from '@nestjs/common';
import { OrganizationDoor } from './organization.door';
import { StaffAccessRead } from './reads/staff-access.read';
import { StaffBriefRead } from './reads/staff-brief.read';
import { StaffListRead } from './reads/staff-list.read';
import { StoresRead } from './reads/stores.read';
import { InvitationRepository } from './store/invitation.repository';
import { PasswordHasher } from './store/password-hasher';
import { StaffRepository } from './store/staff.repository';
import { StoreRepository } from './store/store.repository';
import { AddStaff } from './use-cases/add-staff.use-case';
import { BindWechatIdentity, StaffBinding } from './use-cases/bind-wechat-identity.use-case';
import { ChangePassword } from './use-cases/change-password.use-case';
import { ChangeStaff } from './use-cases/change-staff.use-case';
import { EndAccess } from './use-cases/end-access';
import { ImportStores } from './use-cases/import-stores.use-case';
import { InviteStaff } from './use-cases/invite-staff.use-case';
import { LogInStaff, StaffAccounts } from './use-cases/log-in-staff.use-case';
import { ResetPassword } from './use-cases/reset-password.use-case';
import { RevokeStaff } from './use-cases/revoke-staff.use-case';
import { SaveStore } from './use-cases/save-store.use-case';
import { StaffPasswords } from './use-cases/staff-passwords';

const USE_CASES = [
  AddStaff,
  BindWechatIdentity,
  ChangePassword,
  ChangeStaff,
  ImportStores,
  InviteStaff,
  LogInStaff,
  ResetPassword,
  RevokeStaff,
  SaveStore,
];
const READS = [StaffAccessRead, StaffBriefRead, StaffListRead, StoresRead];

/** Stores, staff, roles and permissions. Stands on the platform. */
@Module({
  providers: [
    StoreRepository,
    StaffRepository,
    InvitationRepository,
    PasswordHasher,
    EndAccess,
    StaffAccounts,
    StaffBinding,
    StaffPasswords,
    OrganizationDoor,
    ...READS,
    ...USE_CASES,
  ],
  exports: [OrganizationDoor, ...READS, ...USE_CASES],
})
export class OrganizationModule {}
