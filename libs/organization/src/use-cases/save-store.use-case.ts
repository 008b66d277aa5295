import { type Actor, type Clock, unwrap } from '@fanloop/kernel';
import { AuditLog, CLOCK, UnitOfWork } from '@fanloop/platform';
import { Inject, Injectable } from '@nestjs/common';
import { checkStore, type Store, type StoreFields } from '../rules/store';
import { StoreRepository } from '../store/store.repository';

/** Opens a store (`storeId` null) or changes one. */
@Injectable()
export class SaveStore {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly stores: StoreRepository,
    private readonly audit: AuditLog,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  execute(command: {
    readonly actor: Actor;
    readonly storeId: string | null;
    readonly store: StoreFields;
  }): Promise<Store> {
    const fields = unwrap(checkStore(command.store));
    return this.unitOfWork.run(async (tx) => {
      const id = command.storeId ?? (await this.stores.insert(tx, fields, this.clock.now()));
      if (command.storeId !== null) await this.stores.update(tx, id, fields);
      await this.audit.append(tx, {
        actor: command.actor,
        action: command.storeId === null ? 'organization.store-opened' : 'organization.store-changed',
        subject: `store:${id}`,
        details: { code: fields.code, name: fields.name, zone: fields.zone },
      });
      return { ...fields, id };
    });
  }
}
