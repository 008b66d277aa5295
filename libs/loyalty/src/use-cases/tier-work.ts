import type { DomainEvent } from '@fanloop/events';
import type { MemberId } from '@fanloop/kernel';
import type { Tx } from '@fanloop/platform';
import { Injectable } from '@nestjs/common';
import type { Day } from '../rules/calendar/days';
import { BrandTime } from '../store/brand-time';
import { LedgerBatch } from '../store/ledger-batch';
import { LedgerStore } from '../store/ledger-store';
import { type Programme, ProgrammeRepository } from '../store/programme.repository';
import { loadTierMemory } from '../store/tier-memory';
import { tierEvents } from './ledger-events';
import { SweepTools } from './sweep-tools';
import { Tiering } from './tiering';

/** Accounts that are locked, with all that judging their tiers may ask. */
export interface OpenedTiers {
  readonly programme: Programme;
  readonly batch: LedgerBatch;
  readonly tiering: Tiering;
  /** Accounts that are not closed. */
  readonly members: readonly MemberId[];
}

/** What every change of tiers begins and ends with: the locks, and the writing with its events. */
@Injectable()
export class TierWork {
  constructor(
    readonly ledger: LedgerStore,
    readonly programmes: ProgrammeRepository,
    readonly time: BrandTime,
    readonly tools: SweepTools,
  ) {}

  /** Locks the accounts in ascending order and moves their windows on to `day`. Missing ones are left out. */
  async open(tx: Tx, ids: Iterable<MemberId>, day: Day): Promise<OpenedTiers> {
    const accounts = await this.ledger.accounts.lock(tx, ids);
    const programme = await this.programmes.current(tx);
    const memory = await loadTierMemory(tx, programme, this.time, accounts, { first: day });
    const batch = new LedgerBatch(accounts);
    const tiering = new Tiering(programme, this.time, batch, memory);
    const members = [...accounts.values()].filter(({ closedAt }) => !closedAt).map(({ memberId }) => memberId);
    for (const memberId of members) tiering.moveOn(memberId, day);
    return { programme, batch, tiering, members };
  }

  async save(tx: Tx, batch: LedgerBatch, more: readonly DomainEvent[] = []): Promise<void> {
    await this.ledger.writer.write(tx, batch);
    await this.tools.outbox.append(tx, [...tierEvents(batch.tierChanges), ...more]);
  }
}
