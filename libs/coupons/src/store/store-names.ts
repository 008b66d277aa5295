import type { StoreId } from '@fanloop/kernel';
import { OrganizationDoor } from '@fanloop/organization';
import { Injectable } from '@nestjs/common';
import { refuse } from '../rules/refusals';

/** Names of the stores that terms speak of. */
@Injectable()
export class StoreNames {
  constructor(private readonly organization: OrganizationDoor) {}

  /** Of all stores, by id. */
  async all(): Promise<Map<StoreId, string>> {
    return new Map((await this.organization.stores()).map((store) => [store.id, store.name]));
  }

  /** In the order of `ids`; null stays null (all stores). Refuses a store that is not there. */
  async of(ids: readonly StoreId[] | null): Promise<string[] | null> {
    if (ids === null) return null;
    const names = await this.all();
    return ids.map((id) => {
      const name = names.get(id);
      if (name === undefined) throw refuse('TemplateInvalid', { problem: '没有这家门店', storeId: id });
      return name;
    });
  }
}
