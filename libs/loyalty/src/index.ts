export { OnMemberEvents } from './handlers/on-member-events.handler';
export { LoyaltyDoor } from './loyalty.door';
export { LoyaltyModule } from './loyalty.module';
export { AccountsRead, type AccountView } from './reads/accounts.read';
export { EntriesRead, type EntryView } from './reads/entries.read';
export { type ExpiringPoints, ExpiringRead } from './reads/expiring.read';
export { LoyaltyPersonalData } from './reads/loyalty-personal-data.read';
export { ProgrammeRead, type RuleVersionView, type RuleView } from './reads/programme.read';
export { ReplaysRead, type ReplayView } from './reads/replays.read';
export { StandingRead, type TierStanding } from './reads/standing.read';
export type { Step } from './rules/judging/decision';
export type { Explained } from './rules/judging/explain';
export { FACT_CATALOGUE, type FactInfo, TRIGGER_NAMES } from './rules/judging/fact-catalogue';
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
export type { BadRow } from './rules/ledger/proof';
export type { ReplayReport } from './rules/replay/report';
export type { ClawbackPolicy, LoyaltySettings } from './rules/settings';
export type { Tier } from './rules/tiers/tiers';
export { AdjustByHand } from './use-cases/adjust-by-hand.use-case';
export type { AdjustCommand } from './use-cases/adjust-points.use-case';
export { ChangeSettings } from './use-cases/change-settings.use-case';
export type {
  ClawBackCommand,
  ClawBackQuery,
  ClawBackResult,
  RefundedPart,
} from './use-cases/claw-back-purchase.use-case';
export type { EarnResult, PurchaseToReward } from './use-cases/earn-for-purchases.use-case';
export { InstallDefaultProgramme } from './use-cases/install-default-programme.use-case';
export type { PreviewQuery } from './use-cases/preview-purchase.use-case';
export { type LedgerProof, ProveLedger } from './use-cases/prove-ledger.use-case';
export { ProveLedgerNightly } from './use-cases/prove-ledger-nightly.use-case';
export { ReassessTiers } from './use-cases/reassess-tiers.use-case';
export { CancelReplay } from './use-cases/replay/cancel-replay.use-case';
export { PlayJournal } from './use-cases/replay/play-journal';
export { RunReplays } from './use-cases/replay/run-replays.use-case';
export { type AskedChange, StartReplay } from './use-cases/replay/start-replay.use-case';
export type { ReturnCommand } from './use-cases/return-points.use-case';
export { RuleEdits } from './use-cases/rule-edits';
export { ActivatePoints, ExpirePoints } from './use-cases/settle-due-points.use-case';
export type { MovementResult, SpendCommand } from './use-cases/spend-points.use-case';
export { type TryResult, TryRules } from './use-cases/try-rules.use-case';

import { CreateLoyaltyTables1760000400001 } from './store/migrations/1760000400001-create-loyalty-tables';
import { DeepenLedgerAndRules1760000400002 } from './store/migrations/1760000400002-deepen-ledger-and-rules';
import { CreateReplays1760000400007 } from './store/migrations/1760000400007-create-replays';

export const loyaltyMigrations = [
  CreateLoyaltyTables1760000400001,
  DeepenLedgerAndRules1760000400002,
  CreateReplays1760000400007,
];
