import { Module } from '@nestjs/common';
import { OnMemberEvents } from './handlers/on-member-events.handler';
import { LoyaltyDoor } from './loyalty.door';
import { AccountsRead } from './reads/accounts.read';
import { AdjustmentRequestsRead } from './reads/adjustment-requests.read';
import { EntriesRead } from './reads/entries.read';
import { ExpiringRead } from './reads/expiring.read';
import { LotsRead } from './reads/lots.read';
import { LoyaltyPersonalData } from './reads/loyalty-personal-data.read';
import { MemberPoints } from './reads/member-points';
import { PointsLiabilityRead } from './reads/points-liability.read';
import { ProgrammeRead } from './reads/programme.read';
import { SettingsRead } from './reads/settings.read';
import { SettledLots } from './reads/settled-lots';
import { StandingRead } from './reads/standing.read';
import { StoreSettlementRead } from './reads/store-settlement.read';
import { TierHistoryRead } from './reads/tier-history.read';
import { TierPreviewRead } from './reads/tier-preview.read';
import { TiersRead } from './reads/tiers.read';
import { TotalsRead } from './reads/totals.read';
import { TransfersRead } from './reads/transfers.read';
import { AccountRepository } from './store/account.repository';
import { AdjustmentRequestRepository } from './store/adjustment-request.repository';
import { BrandTime } from './store/brand-time';
import { ExpiryReminders } from './store/expiry-reminders';
import { JournalRepository } from './store/journal.repository';
import { LedgerStore } from './store/ledger-store';
import { LedgerWriter } from './store/ledger-writer';
import { MemberTags } from './store/member-tags';
import { ProgrammeRepository } from './store/programme.repository';
import { RuleRepository } from './store/rule.repository';
import { TransferRepository } from './store/transfer.repository';
import { AdjustByHand } from './use-cases/adjust-by-hand.use-case';
import { AdjustPoints } from './use-cases/adjust-points.use-case';
import { AdjustmentDesk } from './use-cases/approvals/adjustment-desk';
import { AskAdjustment } from './use-cases/approvals/ask-adjustment.use-case';
import { DecideAdjustment } from './use-cases/approvals/decide-adjustment.use-case';
import { BalanceMovements } from './use-cases/balance-movements';
import { ChangeSettings } from './use-cases/change-settings.use-case';
import { ChangeTiers } from './use-cases/change-tiers.use-case';
import { ClawBackPurchase } from './use-cases/claw-back-purchase.use-case';
import { CloseAccounts } from './use-cases/close-accounts.use-case';
import { CreateRule } from './use-cases/create-rule.use-case';
import { EarnForPurchases } from './use-cases/earn-for-purchases.use-case';
import { EndGrant } from './use-cases/end-grant.use-case';
import { EnrolMembers } from './use-cases/enrol-members.use-case';
import { GrantTier } from './use-cases/grant-tier.use-case';
import { HandOutBenefits } from './use-cases/hand-out-benefits.use-case';
import { InstallDefaultProgramme } from './use-cases/install-default-programme.use-case';
import { JudgeEvents } from './use-cases/judge-events.use-case';
import { LedgerMovements } from './use-cases/ledger-movement';
import { OncePerKey } from './use-cases/once-per-key';
import { OpenJudging } from './use-cases/open-judging';
import { PreviewPurchase } from './use-cases/preview-purchase.use-case';
import { ProveLedger } from './use-cases/prove-ledger.use-case';
import { ProveLedgerNightly } from './use-cases/prove-ledger-nightly.use-case';
import { PurchasePoints } from './use-cases/purchase-points';
import { ReassessTiers } from './use-cases/reassess-tiers.use-case';
import { RecheckTiers } from './use-cases/recheck-tiers.use-case';
import { RememberBirthdays } from './use-cases/remember-birthdays.use-case';
import { RemindOfExpiry } from './use-cases/remind-of-expiry.use-case';
import { ReturnPoints } from './use-cases/return-points.use-case';
import { ReviseRule } from './use-cases/revise-rule.use-case';
import { RuleEdits } from './use-cases/rule-edits';
import { SetRuleStatus } from './use-cases/set-rule-status.use-case';
import { ActivatePoints, ExpirePoints, SettleDuePoints } from './use-cases/settle-due-points.use-case';
import { SpendPoints } from './use-cases/spend-points.use-case';
import { SweepTools } from './use-cases/sweep-tools';
import { TierEdits } from './use-cases/tier-edits';
import { TierWork } from './use-cases/tier-work';
import { TransferPoints } from './use-cases/transfer-points.use-case';
import { TryRules } from './use-cases/try-rules.use-case';

const INNER = [
  AccountRepository,
  JournalRepository,
  LedgerWriter,
  LedgerStore,
  ProgrammeRepository,
  RuleRepository,
  BrandTime,
  MemberTags,
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
  OpenJudging,
  LedgerMovements,
  JudgeEvents,
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
  CreateRule,
  ReviseRule,
  SetRuleStatus,
];

const OUTER = [
  LoyaltyDoor,
  OnMemberEvents,
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
  TryRules,
  InstallDefaultProgramme,
  ExpirePoints,
  ActivatePoints,
  ReassessTiers,
  RecheckTiers,
  HandOutBenefits,
  ProveLedger,
  ProveLedgerNightly,
];

/** Points, rules and tiers. Stands on the platform alone. */
@Module({ providers: [...INNER, ...OUTER], exports: OUTER })
export class LoyaltyModule {}
