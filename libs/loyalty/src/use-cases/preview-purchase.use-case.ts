import type { MemberId } from '@fanloop/kernel';
import { Reader } from '@fanloop/platform';
import { Injectable } from '@nestjs/common';
import type { LineFact } from '../rules/judging/facts';
import { type Hint, hintOf } from '../rules/judging/hint';
import { purchaseFacts } from '../rules/judging/make-facts';
import type { Account } from '../rules/ledger/account';
import { tierByCode } from '../rules/tiers/tiers';
import { BrandTime } from '../store/brand-time';
import { LedgerStore } from '../store/ledger-store';
import { newAccount } from '../store/new-account';
import { type EarnResult, purchaseReference, RULES_ACTOR } from './earn-for-purchases.use-case';
import { OpenJudging } from './open-judging';

export interface PreviewQuery {
  readonly memberId: MemberId;
  readonly storeId: string;
  readonly zone?: string;
  readonly channel?: string;
  readonly at: Date;
  readonly lines: readonly LineFact[];
  /** 1 = it would be the member's first purchase. */
  readonly ordinal: number;
}

/** `hint`: what a little more in the basket would give (再买 ¥12.00 可得 20 分). */
export type PurchasePreviewResult = EarnResult & { readonly hint: Hint | null };

/** What a purchase would earn now: the same judgement as the till's, on what is there, without a lock and without writing. */
@Injectable()
export class PreviewPurchase {
  constructor(
    private readonly reader: Reader,
    private readonly ledger: LedgerStore,
    private readonly opening: OpenJudging,
    private readonly time: BrandTime,
  ) {}

  async execute(query: PreviewQuery): Promise<PurchasePreviewResult> {
    const { memberId, storeId, channel = 'store', at, lines, ordinal } = query;
    const day = this.time.day(at);
    const account = await this.accountOf(memberId, at);
    const opened = await this.opening.look(this.reader, new Map([[memberId, account]]), [
      { trigger: 'purchase', storeId, day },
    ]);
    const { judging, programme, batch } = opened;
    const shopper = judging.shopper(memberId, day, at);
    const facts = purchaseFacts({ channel, storeId, lines, ordinal }, shopper, this.time.inZone(query.zone).local(at));
    const decision = judging.decide(memberId, facts, day, at);
    const hint = hintOf(programme.set, decision, facts, (more) => judging.decide(memberId, more, day, at));
    const judged = {
      memberId,
      actor: RULES_ACTOR,
      storeId,
      at,
      day,
      facts,
      about: {},
      reference: purchaseReference('preview'),
    };
    const { entry, trace } = judging.credit(decision, judged);
    const tier = tierByCode(programme.tiers, batch.account(memberId)!.tier.code);
    return {
      purchaseId: '',
      points: decision.points,
      pending: entry.pending,
      why: trace.why,
      balanceAfter: entry.balanceAfter,
      tier: tier ? { code: tier.code, name: tier.name } : null,
      tierChanged: trace.tierChanged,
      steps: decision.steps,
      duplicate: false,
      hint,
    };
  }

  private async accountOf(memberId: MemberId, at: Date): Promise<Account> {
    const known = (await this.ledger.accounts.read(this.reader, [memberId])).get(memberId);
    if (known) return known;
    const { tiers } = await this.opening.programme(this.reader);
    return newAccount(memberId, { at, day: this.time.day(at), tierCode: tiers[0]?.code ?? null });
  }
}
