import { Injectable } from '@nestjs/common';
import type { Permission, Role } from '../rules/permissions';
import { StoreRepository } from '../store/store.repository';
import { type StaffAccess, StaffAccessRead } from './staff-access.read';

/** Staff as they see themselves: what they may do, and the stores they can choose from. */
export interface StaffBrief {
  readonly staffId: string;
  readonly name: string;
  readonly role: Role;
  readonly permissions: readonly Permission[];
  readonly stores: readonly { readonly id: string; readonly name: string }[];
  readonly mustChangePassword: boolean;
}

@Injectable()
export class StaffBriefRead {
  constructor(
    private readonly access: StaffAccessRead,
    private readonly stores: StoreRepository,
  ) {}

  /** null for unknown or revoked staff. */
  async byId(staffId: string): Promise<StaffBrief | null> {
    return this.brief(await this.access.byId(staffId));
  }

  async byIdentity(identityId: string): Promise<StaffBrief | null> {
    return this.brief(await this.access.byIdentity(identityId));
  }

  private async brief(access: StaffAccess | null): Promise<StaffBrief | null> {
    if (!access) return null;
    const stores = access.storeIds === null ? await this.stores.all() : await this.stores.byIds(access.storeIds);
    const { staffId, name, role, permissions, mustChangePassword } = access;
    const named = stores.map((store) => ({ id: store.id, name: store.name }));
    return { staffId, name, role, permissions, stores: named, mustChangePassword };
  }
}
