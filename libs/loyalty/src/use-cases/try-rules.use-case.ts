import type { Clock, MemberId, Points } from '@fanloop/kernel';
import { CLOCK, Reader } from '@fanloop/platform';
import { Inject, Injectable } from '@nestjs/common';
import { evaluate, type TraceStep } from '../rules/evaluate';
import { type LineFact, purchaseFacts } from '../rules/facts';
import { tierByCode } from '../rules/tiers';
import { BrandTime } from '../store/brand-time';
import { LedgerStore } from '../store/ledger-store';
import { ProgrammeRepository } from '../store/programme.repository';

export interface TryQuery {
  readonly memberId?: MemberId;
  /** Overrides the member's tier. */
  readonly tierCode?: string;
  readonly storeId?: string;
  readonly channel?: string;
  readonly at?: Date;
  readonly firstPurchase?: boolean;
  readonly lines: readonly LineFact[];
}

export interface TryResult {
  readonly points: Points;
  readonly trace: readonly TraceStep[];
  readonly why: readonly string[];
}

/** A manager tries the active rules on a basket. Caps are taken as unused. */
@Injectable()
export class TryRules {
  constructor(
    private readonly reader: Reader,
    private readonly ledger: LedgerStore,
    private readonly programmes: ProgrammeRepository,
    private readonly time: BrandTime,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute(query: TryQuery): Promise<TryResult> {
    const { tiers, rules } = await this.programmes.current(this.reader);
    const ids = query.memberId ? [query.memberId] : [];
    const account = (await this.ledger.accounts.read(this.reader, ids)).get(query.memberId ?? '');
    const at = query.at ?? this.clock.now();
    const tier = tierByCode(tiers, query.tierCode ?? account?.tierCode ?? null) ?? tiers[0] ?? null;
    const basket = {
      channel: query.channel ?? 'store',
      storeId: query.storeId ?? null,
      lines: query.lines,
      ordinal: query.firstPurchase ? 1 : 2,
    };
    const facts = purchaseFacts(basket, { tier, birthday: account?.birthday ?? null }, this.time.local(at));
    return evaluate(rules, { facts, at, tier, usedToday: () => 0 });
  }
}
