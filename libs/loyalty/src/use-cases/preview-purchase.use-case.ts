import type { MemberId } from '@fanloop/kernel';
import { Reader } from '@fanloop/platform';
import { Injectable } from '@nestjs/common';
import { windowStart } from '../rules/days';
import { evaluate } from '../rules/evaluate';
import { type LineFact, purchaseFacts } from '../rules/facts';
import { tierByCode, tierFor, tierOnDay } from '../rules/tiers';
import { BrandTime } from '../store/brand-time';
import { CapUses } from '../store/cap-uses';
import { LedgerStore } from '../store/ledger-store';
import { ProgrammeRepository } from '../store/programme.repository';
import { TierDays } from '../store/tier-days';
import type { EarnResult } from './earn-for-purchases.use-case';

export interface PreviewQuery {
  readonly memberId: MemberId;
  readonly storeId: string;
  readonly channel?: string;
  readonly at: Date;
  readonly lines: readonly LineFact[];
  /** 1 = it would be the member's first purchase. */
  readonly ordinal: number;
}

/** What a purchase would earn now: the same judgement as the till's, on what is there, without a lock and without writing. */
@Injectable()
export class PreviewPurchase {
  constructor(
    private readonly reader: Reader,
    private readonly ledger: LedgerStore,
    private readonly programmes: ProgrammeRepository,
    private readonly time: BrandTime,
  ) {}

  async execute({ memberId, storeId, channel = 'store', at, lines, ordinal }: PreviewQuery): Promise<EarnResult> {
    const { tiers, rules, settings } = await this.programmes.current(this.reader);
    const local = this.time.local(at);
    const account = (await this.ledger.accounts.read(this.reader, [memberId])).get(memberId);
    const from = windowStart(local.day, settings.tierWindowMonths);
    const days = await TierDays.load(this.reader, [memberId], from);
    const capped = rules.filter((rule) => rule.capPerDayPoints !== null).map((rule) => rule.ruleId);
    const uses = await CapUses.load(this.reader, [memberId], capped, [local.day]);
    const qualifying = days.sum(memberId, from, local.day);
    const held = { held: tierByCode(tiers, account?.tierCode ?? null), heldDay: account?.tierDay ?? local.day };
    const tier = tierOnDay(tiers, held, local.day, qualifying);
    const facts = purchaseFacts(
      { channel, storeId, lines, ordinal },
      { tier, birthday: account?.birthday ?? null },
      local,
    );
    const usedToday = (ruleId: string) => uses.of(memberId, ruleId, local.day);
    const { points, trace, why } = evaluate(rules, { facts, at, tier, usedToday });
    const reached = tierFor(tiers, qualifying + points);
    const after = reached && tier && reached.atPoints > tier.atPoints ? reached : tier;
    return {
      purchaseId: '',
      points,
      why,
      balanceAfter: (account ? account.available - account.debt : 0) + points,
      tier: after ? { code: after.code, name: after.name } : null,
      tierChanged: after?.code !== tier?.code,
      trace,
      duplicate: false,
    };
  }
}
