import { type Actor, type Clock, unwrap } from '@fanloop/kernel';
import { AuditLog, CLOCK, chunks, UnitOfWork } from '@fanloop/platform';
import { Inject, Injectable } from '@nestjs/common';
import { checkStore, type Store, type StoreFields } from '../rules/store';
import { StoreRepository } from '../store/store.repository';

/** Many stores by code; a code that is known keeps its store as it is, so the same import changes nothing twice. */
@Injectable()
export class ImportStores {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly stores: StoreRepository,
    private readonly audit: AuditLog,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** All stores of the command, keyed by code as given. */
  execute(command: { readonly actor: Actor; readonly stores: readonly StoreFields[] }): Promise<Map<string, Store>> {
    const wanted = command.stores.map((store) => unwrap(checkStore(store)));
    const codes = wanted.map((store) => store.code);
    return this.unitOfWork.run(async (tx) => {
      const known = new Set((await this.stores.byCodes(codes, tx)).map((store) => store.code.toLowerCase()));
      const fresh = wanted.filter((store) => !known.has(store.code.toLowerCase()));
      for (const part of chunks(fresh, 500)) await this.stores.insertMissing(tx, part, this.clock.now());
      if (fresh.length > 0)
        await this.audit.append(tx, {
          actor: command.actor,
          action: 'organization.stores-imported',
          subject: 'stores',
          details: { added: fresh.length },
        });
      const rows = new Map((await this.stores.byCodes(codes, tx)).map((store) => [store.code.toLowerCase(), store]));
      return new Map(codes.map((code) => [code, rows.get(code.toLowerCase())!]));
    });
  }
}
