export { OnActivityRules } from './handlers/on-activity-rules.handler';
export { OnCommunityRules } from './handlers/on-community-rules.handler';
export { OnCouponRules } from './handlers/on-coupon-rules.handler';
export { OnMemberEvents } from './handlers/on-member-events.handler';
export { OnMemberRules } from './handlers/on-member-rules.handler';
export { OnReferralRules } from './handlers/on-referral-rules.handler';
export { OnRefundRules } from './handlers/on-refund-rules.handler';
export { OnTagRules } from './handlers/on-tag-rules.handler';
export { OnTierRules } from './handlers/on-tier-rules.handler';
export { LoyaltyDoor } from './loyalty.door';
export { LoyaltyModule } from './loyalty.module';
export { AccountsRead, type AccountView } from './reads/accounts.read';
export { AdjustmentRequestsRead, type AdjustmentRequestView } from './reads/adjustment-requests.read';
export { CheckInsRead, type CheckInView } from './reads/check-ins.read';
export { EntriesRead, type EntryView, type LedgerEntryView } from './reads/entries.read';
export { type EntryExplanation, EntryExplanationRead } from './reads/entry-explanation.read';
export { type ExpiringPoints, ExpiringRead, type PendingPoints } from './reads/expiring.read';
export { LotsRead, type LotView } from './reads/lots.read';
export { LoyaltyPersonalData } from './reads/loyalty-personal-data.read';
export { PointsLiabilityRead } from './reads/points-liability.read';
export { ProgrammeRead } from './reads/programme.read';
export { ReplaysRead, type ReplayView } from './reads/replays.read';
export type { OtherNames } from './reads/rule-words';
export { RulesRead, type RuleView, type VersionView } from './reads/rules.read';
export { SettingsRead } from './reads/settings.read';
export { type ShownTier, StandingRead, type TierStanding } from './reads/standing.read';
export { StoreSettlementRead } from './reads/store-settlement.read';
export { type GrantView, TierHistoryRead, type TierMoment } from './reads/tier-history.read';
export { type TierPreview, TierPreviewRead } from './reads/tier-preview.read';
export { type TierList, TiersRead } from './reads/tiers.read';
export { TransfersRead, type TransferTerms, type TransferView } from './reads/transfers.read';
export {
  ADJUSTMENT_STATES,
  type AdjustmentState,
  adjustmentLimit,
  approvalLimit,
  decisionRefusal,
} from './rules/adjustments';
export { DEFAULT_RULES, DEFAULT_TIERS } from './rules/default-programme';
export type { Step } from './rules/judging/decision';
export type { FieldChange } from './rules/judging/diff';
export type { Explained } from './rules/judging/explain';
export { FACT_CATALOGUE, type FactInfo, LINE_FACTS, TRIGGER_NAMES } from './rules/judging/fact-catalogue';
export type { LineFact } from './rules/judging/facts';
export type { Hint } from './rules/judging/hint';
export {
  type JsonLogic,
  PLAIN_DRAFT,
  type RuleDraft,
  type RuleEffect,
  type RuleStatus,
  type RuleTrigger,
  TRIGGERS,
} from './rules/judging/rule';
export { ENTRY_KINDS, type EntryKind } from './rules/ledger/account';
export { type BadRow, LEDGER_CHECKS, type LedgerCheck } from './rules/ledger/proof';
export { WARNING_CODES, type Warning } from './rules/lint/model/warning';
export type { ReplayReport } from './rules/replay/report';
export type { ClawbackPolicy, LoyaltySettings, TierSettings } from './rules/settings';
export type { Tier, TierBenefits } from './rules/tiers/tiers';
export { AdjustByHand } from './use-cases/adjust-by-hand.use-case';
export type { AdjustCommand } from './use-cases/adjust-points.use-case';
export { AskAdjustment } from './use-cases/approvals/ask-adjustment.use-case';
export { DecideAdjustment } from './use-cases/approvals/decide-adjustment.use-case';
export { ChangeSettings } from './use-cases/change-settings.use-case';
export { CheckIn, type CheckInResult } from './use-cases/check-in.use-case';
export type { ClawBackCommand, ClawBackResult } from './use-cases/claw-back-purchase.use-case';
export { CountRuleUse } from './use-cases/count-rule-use.use-case';
export type { EarnResult, PurchaseToReward } from './use-cases/earn-for-purchases.use-case';
export { HandOutBenefits } from './use-cases/hand-out-benefits.use-case';
export { InstallDefaultProgramme } from './use-cases/install-default-programme.use-case';
export { LintRules, UNSAVED_RULE } from './use-cases/lint-rules.use-case';
export type { PreviewQuery } from './use-cases/preview-purchase.use-case';
export { type LedgerProof, type MemberRange, type ProofOptions, ProveLedger } from './use-cases/prove-ledger.use-case';
export { ProveLedgerNightly } from './use-cases/prove-ledger-nightly.use-case';
export { ReassessTiers } from './use-cases/reassess-tiers.use-case';
export { type CustomEvent, ReceiveEvent } from './use-cases/receive-event.use-case';
export { RecheckTiers } from './use-cases/recheck-tiers.use-case';
export type { ClawBackQuery, RefundedPart } from './use-cases/refund-on-batch';
export { RemindOfExpiry } from './use-cases/remind-of-expiry.use-case';
export { CancelReplay } from './use-cases/replay/cancel-replay.use-case';
export { PlayJournal } from './use-cases/replay/play-journal';
export { RunReplays } from './use-cases/replay/run-replays.use-case';
export { type AskedChange, StartReplay } from './use-cases/replay/start-replay.use-case';
export type { ReturnCommand } from './use-cases/return-points.use-case';
export { RuleEdits } from './use-cases/rule-edits';
export { RuleSwitches } from './use-cases/rule-switches';
export { RunClockTriggers } from './use-cases/run-clock-triggers.use-case';
export { ActivatePoints, ExpirePoints } from './use-cases/settle-due-points.use-case';
export type { MovementResult, SpendCommand } from './use-cases/spend-points.use-case';
export { TierEdits } from './use-cases/tier-edits';
export { TransferPoints } from './use-cases/transfer-points.use-case';
export { type TryResult, TryRules } from './use-cases/try-rules.use-case';

import { CreateLoyaltyTables1760000400001 } from './store/migrations/1760000400001-create-loyalty-tables';
import { DeepenLedgerAndRules1760000400002 } from './store/migrations/1760000400002-deepen-ledger-and-rules';
import { GiveTiersWindows1760000400003 } from './store/migrations/1760000400003-give-tiers-windows';
import { KeepLifeAndUseOfRules1760000400004 } from './store/migrations/1760000400004-keep-life-and-use-of-rules';
import { WaitForEvents1760000400005 } from './store/migrations/1760000400005-wait-for-events';
import { OperateLedger1760000400006 } from './store/migrations/1760000400006-operate-ledger';
import { CreateReplays1760000400007 } from './store/migrations/1760000400007-create-replays';
import { GrantTiersBeside1760001400002 } from './store/migrations/1760001400002-grant-tiers-beside';

export const loyaltyMigrations = [
  CreateLoyaltyTables1760000400001,
  DeepenLedgerAndRules1760000400002,
  GiveTiersWindows1760000400003,
  KeepLifeAndUseOfRules1760000400004,
  WaitForEvents1760000400005,
  OperateLedger1760000400006,
  CreateReplays1760000400007,
  GrantTiersBeside1760001400002,
];
