import { type MemberId, systemActor } from '@fanloop/kernel';
import { Outbox, type Tx } from '@fanloop/platform';
import { Injectable } from '@nestjs/common';
import { forfeit } from '../rules/ledger/ledger';
import { LedgerBatch } from '../store/ledger-batch';
import { LedgerStore } from '../store/ledger-store';
import { settledEvents } from './ledger-events';

/** Ends accounts of members who left: what is left dies, the birthday is forgotten, the journal stays. */
@Injectable()
export class CloseAccounts {
  constructor(
    private readonly ledger: LedgerStore,
    private readonly outbox: Outbox,
  ) {}

  async execute(tx: Tx, leaving: readonly { memberId: MemberId; at: Date }[]): Promise<void> {
    const ids = leaving.map(({ memberId }) => memberId);
    if (ids.length === 0) return;
    const accounts = await this.ledger.accounts.lock(tx, ids);
    const lots = await this.ledger.accounts.lots(tx, ids);
    const batch = new LedgerBatch(accounts);
    for (const { memberId, at } of leaving) {
      if (!batch.account(memberId) || batch.account(memberId)!.closedAt) continue;
      const posting = forfeit(lots.get(memberId) ?? []);
      const reference = `closing:${memberId}`;
      if (posting) batch.post(memberId, posting, { reference, actor: systemActor('closing'), reason: '会员注销', at });
      batch.note(memberId, {
        closedAt: at,
        birthday: null,
        inviterId: null,
        nextExpiryAt: null,
        nextActivationAt: null,
      });
    }
    await this.ledger.writer.write(tx, batch);
    await this.outbox.append(tx, settledEvents(batch.entries));
  }
}
