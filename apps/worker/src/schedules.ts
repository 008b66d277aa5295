import { RunIssues } from '@fanloop/campaigns';
import { PublishDueContent } from '@fanloop/community';
import { RunWaitingImports } from '@fanloop/counter';
import { ExpireCoupons, ExpireGifts, RemindOfCoupons, RunCodeBatches } from '@fanloop/coupons';
import {
  ActivatePoints,
  CountRuleUse,
  ExpirePoints,
  HandOutBenefits,
  ProveLedgerNightly,
  ReassessTiers,
  RecheckTiers,
  RemindOfExpiry,
  RunClockTriggers,
  RunReplays,
} from '@fanloop/loyalty';
import { ForgetCodeUses } from '@fanloop/members';
import { RemindHolders, TurnCards } from '@fanloop/memberships';
import { CheckPayments, ReconcileBills, RunRefunds } from '@fanloop/payments';
import { ExpireRewards } from '@fanloop/rewards';
import { NightlyTagging, RunTagging, TellTags } from '@fanloop/tagging';
import type { Type } from '@nestjs/common';

export interface ScheduledWork {
  execute(): Promise<unknown>;
}

/** A use case that the clock starts. Each is safe to run twice and on several workers at once. */
export type Schedule = {
  readonly name: string;
  readonly run: Type<ScheduledWork>;
} & ({ readonly everySeconds: number } | { readonly dailyAtLocal: string });

/** What the clock starts, on one page. Local times are the brand's. */
export const schedules: Schedule[] = [
  { name: 'campaigns.issues', run: RunIssues, everySeconds: 2 },
  { name: 'community.publish-due-content', run: PublishDueContent, everySeconds: 1 },
  { name: 'counter.imports', run: RunWaitingImports, everySeconds: 2 },
  { name: 'coupons.codes', run: RunCodeBatches, everySeconds: 2 },
  { name: 'coupons.expire', run: ExpireCoupons, everySeconds: 60 },
  { name: 'coupons.remind-of-expiry', run: RemindOfCoupons, dailyAtLocal: '09:40' },
  { name: 'coupons.expire-gifts', run: ExpireGifts, everySeconds: 60 },
  { name: 'loyalty.count-rule-use', run: CountRuleUse, everySeconds: 60 },
  { name: 'loyalty.activate-points', run: ActivatePoints, everySeconds: 60 },
  { name: 'loyalty.clock-triggers', run: RunClockTriggers, everySeconds: 60 },
  { name: 'loyalty.expire-points', run: ExpirePoints, dailyAtLocal: '00:05' },
  { name: 'loyalty.hand-out-benefits', run: HandOutBenefits, dailyAtLocal: '06:00' },
  { name: 'loyalty.reassess-tiers', run: ReassessTiers, dailyAtLocal: '00:20' },
  { name: 'loyalty.recheck-tiers', run: RecheckTiers, everySeconds: 5 },
  { name: 'loyalty.prove-ledger', run: ProveLedgerNightly, dailyAtLocal: '02:30' },
  { name: 'loyalty.remind-of-expiry', run: RemindOfExpiry, dailyAtLocal: '09:30' },
  { name: 'loyalty.replays', run: RunReplays, everySeconds: 2 },
  { name: 'members.forget-code-uses', run: ForgetCodeUses, dailyAtLocal: '04:20' },
  { name: 'memberships.remind-holders', run: RemindHolders, dailyAtLocal: '10:00' },
  { name: 'memberships.turn-cards', run: TurnCards, everySeconds: 60 },
  { name: 'payments.check', run: CheckPayments, everySeconds: 2 },
  { name: 'payments.reconcile', run: ReconcileBills, everySeconds: 900 },
  { name: 'payments.refunds', run: RunRefunds, everySeconds: 2 },
  { name: 'rewards.expire', run: ExpireRewards, everySeconds: 60 },
  { name: 'tagging.nightly', run: NightlyTagging, dailyAtLocal: '03:10' },
  { name: 'tagging.tell-tags', run: TellTags, everySeconds: 60 },
  { name: 'tagging.run', run: RunTagging, everySeconds: 2 },
];
