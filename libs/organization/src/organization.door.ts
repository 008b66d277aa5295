import type { StaffId, StoreId } from '@fanloop/kernel';
import { Injectable } from '@nestjs/common';
import { type StaffAccess, StaffAccessRead } from './reads/staff-access.read';
import { StaffListRead } from './reads/staff-list.read';
import { StoresRead } from './reads/stores.read';
import { isTiedToStores, may, PERMISSIONS_OF, type Permission, type Scope } from './rules/permissions';
import { refuse } from './rules/refusals';
import type { Store } from './rules/store';
import { StoreRepository } from './store/store.repository';

/** Where and by whom: what other contexts may ask of the organization. */
@Injectable()
export class OrganizationDoor {
  constructor(
    private readonly storeRows: StoreRepository,
    private readonly storesRead: StoresRead,
    private readonly access: StaffAccessRead,
    private readonly staffList: StaffListRead,
  ) {}

  /** Throws StoreNotFound. */
  async store(id: StoreId): Promise<Store> {
    const [store] = await this.storeRows.byIds([id]);
    if (!store) throw refuse('StoreNotFound');
    return store;
  }

  stores(): Promise<Store[]> {
    return this.storesRead.all();
  }

  async storesByIds(ids: readonly StoreId[]): Promise<Map<StoreId, Store>> {
    return new Map((await this.storeRows.byIds([...new Set(ids)])).map((store) => [store.id, store]));
  }

  async storeByCode(code: string): Promise<Store | null> {
    const [store] = await this.storeRows.byCodes([code]);
    return store ?? null;
  }

  /** Keyed by the code as stored. */
  async storesByCodes(codes: readonly string[]): Promise<Map<string, Store>> {
    return new Map((await this.storeRows.byCodes([...new Set(codes)])).map((store) => [store.code, store]));
  }

  /** Active staff with what it may do; throws StaffNotFound. */
  async staff(id: StaffId): Promise<StaffAccess> {
    const access = await this.access.byId(id);
    if (!access) throw refuse('StaffNotFound');
    return access;
  }

  staffAccess(id: StaffId): Promise<StaffAccess | null> {
    return this.access.byId(id);
  }

  staffAccessByIdentity(identityId: string): Promise<StaffAccess | null> {
    return this.access.byIdentity(identityId);
  }

  /** Names by id, revoked staff included: for journals and lists. */
  staffNames(ids: readonly StaffId[]): Promise<Map<StaffId, string>> {
    return this.staffList.names([...new Set(ids)]);
  }

  /** How many active people hold a permission. */
  staffWith(permission: Permission): Promise<number> {
    return this.staffList.countWith(permission);
  }

  /** Throws PermissionMissing or OtherStore. Reads the present state: use it inside the deed, with the store of the deed. */
  async assertMay(staffId: StaffId, permission: Permission, storeId?: StoreId): Promise<void> {
    const access = await this.access.byId(staffId);
    if (!access) throw refuse('PermissionMissing', { permission });
    assertAllowed(access, permission, storeId);
  }
}

/** The same for a caller whose scope was just read (`@Caller()`). */
export const assertAllowed = (scope: Scope, permission: Permission, storeId?: StoreId): void => {
  if (!PERMISSIONS_OF[scope.role].includes(permission)) throw refuse('PermissionMissing', { permission });
  if (!may(scope, permission, storeId)) throw refuse('OtherStore');
};

/** The stores that a list should be kept to: null for everything. */
export const storesWithin = (scope: Scope): readonly StoreId[] | null =>
  isTiedToStores(scope.role) ? (scope.storeIds ?? []) : null;
