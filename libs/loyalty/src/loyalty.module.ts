import { Module } from '@nestjs/common';
import { OnActivityRules } from './handlers/on-activity-rules.handler';
import { OnCommunityRules } from './handlers/on-community-rules.handler';
import { OnCouponRules } from './handlers/on-coupon-rules.handler';
import { OnMemberEvents } from './handlers/on-member-events.handler';
import { OnMemberRules } from './handlers/on-member-rules.handler';
import { OnReferralRules } from './handlers/on-referral-rules.handler';
import { OnRefundRules } from './handlers/on-refund-rules.handler';
import { OnTagRules } from './handlers/on-tag-rules.handler';
import { OnTierRules } from './handlers/on-tier-rules.handler';
import { LoyaltyDoor } from './loyalty.door';
import { AccountsRead } from './reads/accounts.read';
import { AdjustmentRequestsRead } from './reads/adjustment-requests.read';
import { CheckInsRead } from './reads/check-ins.read';
import { EntriesRead } from './reads/entries.read';
import { EntryExplanationRead } from './reads/entry-explanation.read';
import { ExpiringRead } from './reads/expiring.read';
import { LotsRead } from './reads/lots.read';
import { LoyaltyPersonalData } from './reads/loyalty-personal-data.read';
import { MemberPoints } from './reads/member-points';
import { PointsLiabilityRead } from './reads/points-liability.read';
import { ProgrammeRead } from './reads/programme.read';
import { ReplaysRead } from './reads/replays.read';
import { RuleUsageRead } from './reads/rule-usage.read';
import { RuleWords } from './reads/rule-words';
import { RulesRead } from './reads/rules.read';
import { SettingsRead } from './reads/settings.read';
import { SettledLots } from './reads/settled-lots';
import { StandingRead } from './reads/standing.read';
import { StoreSettlementRead } from './reads/store-settlement.read';
import { TierHistoryRead } from './reads/tier-history.read';
import { TierPreviewRead } from './reads/tier-preview.read';
import { TiersRead } from './reads/tiers.read';
import { TotalsRead } from './reads/totals.read';
import { TouchedLotsRead } from './reads/touched-lots.read';
import { TransfersRead } from './reads/transfers.read';
import { AccountRepository } from './store/account.repository';
import { AdjustmentRequestRepository } from './store/adjustment-request.repository';
import { AwaitedTriggers } from './store/awaited-triggers';
import { BrandTime } from './store/brand-time';
import { CheckInRepository } from './store/check-in.repository';
import { CheckInDesk } from './store/check-in-desk';
import { ExpiryReminders } from './store/expiry-reminders';
import { JournalRepository } from './store/journal.repository';
import { JudgedVersions } from './store/judged-versions';
import { LedgerStore } from './store/ledger-store';
import { LedgerWriter } from './store/ledger-writer';
import { MemberTags } from './store/member-tags';
import { ProgrammeRepository } from './store/programme.repository';
import { ReplayRepository } from './store/replay.repository';
import { RuleRepository } from './store/rule.repository';
import { ScheduleRuns } from './store/schedule-runs.repository';
import { TagFactsRepository } from './store/tag-facts.repository';
import { TransferRepository } from './store/transfer.repository';
import { AdjustByHand } from './use-cases/adjust-by-hand.use-case';
import { AdjustPoints } from './use-cases/adjust-points.use-case';
import { AdjustmentDesk } from './use-cases/approvals/adjustment-desk';
import { AskAdjustment } from './use-cases/approvals/ask-adjustment.use-case';
import { DecideAdjustment } from './use-cases/approvals/decide-adjustment.use-case';
import { AskRules } from './use-cases/ask-rules.use-case';
import { BalanceMovements } from './use-cases/balance-movements';
import { CardTier } from './use-cases/card-tier.use-case';
import { ChangeRule } from './use-cases/change-rule';
import { ChangeSettings } from './use-cases/change-settings.use-case';
import { ChangeTiers } from './use-cases/change-tiers.use-case';
import { CheckIn } from './use-cases/check-in.use-case';
import { ClawBackPurchase } from './use-cases/claw-back-purchase.use-case';
import { ClockRuns } from './use-cases/clock-runs';
import { ClockSweep } from './use-cases/clock-sweep';
import { CloseAccounts } from './use-cases/close-accounts.use-case';
import { CountRuleUse } from './use-cases/count-rule-use.use-case';
import { CreateRule } from './use-cases/create-rule.use-case';
import { DecideRule } from './use-cases/decide-rule.use-case';
import { EarnForPurchases } from './use-cases/earn-for-purchases.use-case';
import { EndGrant } from './use-cases/end-grant.use-case';
import { EnrolMembers } from './use-cases/enrol-members.use-case';
import { ForgetMembers } from './use-cases/forget-members.use-case';
import { GrantTier } from './use-cases/grant-tier.use-case';
import { HandOutBenefits } from './use-cases/hand-out-benefits.use-case';
import { InstallDefaultProgramme } from './use-cases/install-default-programme.use-case';
import { JudgeEvents } from './use-cases/judge-events.use-case';
import { JudgeReferrals } from './use-cases/judge-referrals.use-case';
import { JudgeTierRises } from './use-cases/judge-tier-rises.use-case';
import { LedgerMovements } from './use-cases/ledger-movement';
import { LintRules } from './use-cases/lint-rules.use-case';
import { OncePerKey } from './use-cases/once-per-key';
import { OpenJudging } from './use-cases/open-judging';
import { PauseRule } from './use-cases/pause-rule.use-case';
import { PreviewEvent } from './use-cases/preview-event.use-case';
import { PreviewPurchase } from './use-cases/preview-purchase.use-case';
import { ProveLedger } from './use-cases/prove-ledger.use-case';
import { ProveLedgerNightly } from './use-cases/prove-ledger-nightly.use-case';
import { PurchasePoints } from './use-cases/purchase-points';
import { ReassessTiers } from './use-cases/reassess-tiers.use-case';
import { ReceiveEvent } from './use-cases/receive-event.use-case';
import { RecheckTiers } from './use-cases/recheck-tiers.use-case';
import { RememberBirthdays } from './use-cases/remember-birthdays.use-case';
import { RememberTags } from './use-cases/remember-tags.use-case';
import { RemindOfExpiry } from './use-cases/remind-of-expiry.use-case';
import { CancelReplay } from './use-cases/replay/cancel-replay.use-case';
import { PlayJournal } from './use-cases/replay/play-journal';
import { RunReplays } from './use-cases/replay/run-replays.use-case';
import { StartReplay } from './use-cases/replay/start-replay.use-case';
import { ResumeRule } from './use-cases/resume-rule.use-case';
import { RetireRule } from './use-cases/retire-rule.use-case';
import { ReturnPoints } from './use-cases/return-points.use-case';
import { ReviseRule } from './use-cases/revise-rule.use-case';
import { RuleEdits } from './use-cases/rule-edits';
import { RuleSwitches } from './use-cases/rule-switches';
import { RunClockTriggers } from './use-cases/run-clock-triggers.use-case';
import { ActivatePoints, ExpirePoints, SettleDuePoints } from './use-cases/settle-due-points.use-case';
import { SpendPoints } from './use-cases/spend-points.use-case';
import { SubmitRule } from './use-cases/submit-rule.use-case';
import { SweepTools } from './use-cases/sweep-tools';
import { TierEdits } from './use-cases/tier-edits';
import { TierWork } from './use-cases/tier-work';
import { TransferPoints } from './use-cases/transfer-points.use-case';
import { TryRules } from './use-cases/try-rules.use-case';
import { WithdrawRule } from './use-cases/withdraw-rule.use-case';

const INNER = [
  AccountRepository,
  JournalRepository,
  LedgerWriter,
  LedgerStore,
  ProgrammeRepository,
  RuleRepository,
  JudgedVersions,
  BrandTime,
  MemberTags,
  AwaitedTriggers,
  CheckInRepository,
  CheckInDesk,
  TagFactsRepository,
  ScheduleRuns,
  AdjustmentRequestRepository,
  ExpiryReminders,
  TransferRepository,
  SweepTools,
  OncePerKey,
  SettledLots,
  AdjustmentDesk,
  TierWork,
  ChangeTiers,
  GrantTier,
  EndGrant,
  CardTier,
  OpenJudging,
  LedgerMovements,
  JudgeEvents,
  AskRules,
  PreviewEvent,
  JudgeReferrals,
  JudgeTierRises,
  RememberTags,
  ForgetMembers,
  ClockRuns,
  ClockSweep,
  SettleDuePoints,
  EarnForPurchases,
  PreviewPurchase,
  ClawBackPurchase,
  PurchasePoints,
  SpendPoints,
  ReturnPoints,
  AdjustPoints,
  BalanceMovements,
  EnrolMembers,
  RememberBirthdays,
  CloseAccounts,
  TotalsRead,
  MemberPoints,
  RuleWords,
  RuleUsageRead,
  TouchedLotsRead,
  ChangeRule,
  CreateRule,
  ReviseRule,
  SubmitRule,
  WithdrawRule,
  DecideRule,
  PauseRule,
  ResumeRule,
  RetireRule,
  ReplayRepository,
  PlayJournal,
];

/** Who tells the rules of what happened elsewhere. */
const RULE_HANDLERS = [
  OnActivityRules,
  OnCommunityRules,
  OnCouponRules,
  OnMemberRules,
  OnReferralRules,
  OnRefundRules,
  OnTagRules,
  OnTierRules,
];

const OUTER = [
  LoyaltyDoor,
  OnMemberEvents,
  ...RULE_HANDLERS,
  CheckIn,
  CheckInsRead,
  ReceiveEvent,
  RunClockTriggers,
  AccountsRead,
  LoyaltyPersonalData,
  EntriesRead,
  ExpiringRead,
  StandingRead,
  TiersRead,
  TierPreviewRead,
  TierHistoryRead,
  TierEdits,
  ProgrammeRead,
  RulesRead,
  EntryExplanationRead,
  CountRuleUse,
  AdjustByHand,
  ChangeSettings,
  SettingsRead,
  TransferPoints,
  TransfersRead,
  AskAdjustment,
  DecideAdjustment,
  AdjustmentRequestsRead,
  LotsRead,
  PointsLiabilityRead,
  StoreSettlementRead,
  RemindOfExpiry,
  RuleEdits,
  RuleSwitches,
  TryRules,
  LintRules,
  InstallDefaultProgramme,
  ExpirePoints,
  ActivatePoints,
  ReassessTiers,
  RecheckTiers,
  HandOutBenefits,
  ProveLedger,
  ProveLedgerNightly,
  ReplaysRead,
  StartReplay,
  CancelReplay,
  RunReplays,
];

/** Points, rules and tiers. Stands on the platform alone. */
@Module({ providers: [...INNER, ...OUTER], exports: OUTER })
export class LoyaltyModule {}
