import { Module } from '@nestjs/common';
import { OnMemberEvents } from './handlers/on-member-events.handler';
import { LoyaltyDoor } from './loyalty.door';
import { AccountsRead } from './reads/accounts.read';
import { EntriesRead } from './reads/entries.read';
import { EntryExplanationRead } from './reads/entry-explanation.read';
import { ExpiringRead } from './reads/expiring.read';
import { LoyaltyPersonalData } from './reads/loyalty-personal-data.read';
import { MemberPoints } from './reads/member-points';
import { ProgrammeRead } from './reads/programme.read';
import { RuleUsageRead } from './reads/rule-usage.read';
import { RuleWords } from './reads/rule-words';
import { RulesRead } from './reads/rules.read';
import { StandingRead } from './reads/standing.read';
import { TierHistoryRead } from './reads/tier-history.read';
import { TierPreviewRead } from './reads/tier-preview.read';
import { TiersRead } from './reads/tiers.read';
import { TotalsRead } from './reads/totals.read';
import { TouchedLotsRead } from './reads/touched-lots.read';
import { AccountRepository } from './store/account.repository';
import { BrandTime } from './store/brand-time';
import { JournalRepository } from './store/journal.repository';
import { JudgedVersions } from './store/judged-versions';
import { LedgerStore } from './store/ledger-store';
import { LedgerWriter } from './store/ledger-writer';
import { MemberTags } from './store/member-tags';
import { ProgrammeRepository } from './store/programme.repository';
import { RuleRepository } from './store/rule.repository';
import { AdjustByHand } from './use-cases/adjust-by-hand.use-case';
import { AdjustPoints } from './use-cases/adjust-points.use-case';
import { BalanceMovements } from './use-cases/balance-movements';
import { ChangeRule } from './use-cases/change-rule';
import { ChangeSettings } from './use-cases/change-settings.use-case';
import { ChangeTiers } from './use-cases/change-tiers.use-case';
import { ClawBackPurchase } from './use-cases/claw-back-purchase.use-case';
import { CloseAccounts } from './use-cases/close-accounts.use-case';
import { CountRuleUse } from './use-cases/count-rule-use.use-case';
import { CreateRule } from './use-cases/create-rule.use-case';
import { DecideRule } from './use-cases/decide-rule.use-case';
import { EarnForPurchases } from './use-cases/earn-for-purchases.use-case';
import { EndGrant } from './use-cases/end-grant.use-case';
import { EnrolMembers } from './use-cases/enrol-members.use-case';
import { GrantTier } from './use-cases/grant-tier.use-case';
import { HandOutBenefits } from './use-cases/hand-out-benefits.use-case';
import { InstallDefaultProgramme } from './use-cases/install-default-programme.use-case';
import { JudgeEvents } from './use-cases/judge-events.use-case';
import { LedgerMovements } from './use-cases/ledger-movement';
import { OpenJudging } from './use-cases/open-judging';
import { PauseRule } from './use-cases/pause-rule.use-case';
import { PreviewPurchase } from './use-cases/preview-purchase.use-case';
import { ProveLedger } from './use-cases/prove-ledger.use-case';
import { ProveLedgerNightly } from './use-cases/prove-ledger-nightly.use-case';
import { PurchasePoints } from './use-cases/purchase-points';
import { ReassessTiers } from './use-cases/reassess-tiers.use-case';
import { RecheckTiers } from './use-cases/recheck-tiers.use-case';
import { RememberBirthdays } from './use-cases/remember-birthdays.use-case';
import { ResumeRule } from './use-cases/resume-rule.use-case';
import { RetireRule } from './use-cases/retire-rule.use-case';
import { ReturnPoints } from './use-cases/return-points.use-case';
import { ReviseRule } from './use-cases/revise-rule.use-case';
import { RuleEdits } from './use-cases/rule-edits';
import { RuleSwitches } from './use-cases/rule-switches';
import { ActivatePoints, ExpirePoints, SettleDuePoints } from './use-cases/settle-due-points.use-case';
import { SpendPoints } from './use-cases/spend-points.use-case';
import { SubmitRule } from './use-cases/submit-rule.use-case';
import { SweepTools } from './use-cases/sweep-tools';
import { TierEdits } from './use-cases/tier-edits';
import { TierWork } from './use-cases/tier-work';
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
  SweepTools,
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
  RulesRead,
  EntryExplanationRead,
  CountRuleUse,
  AdjustByHand,
  ChangeSettings,
  RuleEdits,
  RuleSwitches,
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
