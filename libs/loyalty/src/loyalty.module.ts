import { Module } from '@nestjs/common';
import { OnMemberEvents } from './handlers/on-member-events.handler';
import { LoyaltyDoor } from './loyalty.door';
import { AccountsRead } from './reads/accounts.read';
import { EntriesRead } from './reads/entries.read';
import { ExpiringRead } from './reads/expiring.read';
import { LoyaltyPersonalData } from './reads/loyalty-personal-data.read';
import { MemberPoints } from './reads/member-points';
import { ProgrammeRead } from './reads/programme.read';
import { ReplaysRead } from './reads/replays.read';
import { StandingRead } from './reads/standing.read';
import { TotalsRead } from './reads/totals.read';
import { AccountRepository } from './store/account.repository';
import { BrandTime } from './store/brand-time';
import { JournalRepository } from './store/journal.repository';
import { LedgerStore } from './store/ledger-store';
import { LedgerWriter } from './store/ledger-writer';
import { MemberTags } from './store/member-tags';
import { ProgrammeRepository } from './store/programme.repository';
import { ReplayRepository } from './store/replay.repository';
import { RuleRepository } from './store/rule.repository';
import { AdjustByHand } from './use-cases/adjust-by-hand.use-case';
import { AdjustPoints } from './use-cases/adjust-points.use-case';
import { BalanceMovements } from './use-cases/balance-movements';
import { ChangeSettings } from './use-cases/change-settings.use-case';
import { ClawBackPurchase } from './use-cases/claw-back-purchase.use-case';
import { CloseAccounts } from './use-cases/close-accounts.use-case';
import { CreateRule } from './use-cases/create-rule.use-case';
import { EarnForPurchases } from './use-cases/earn-for-purchases.use-case';
import { EnrolMembers } from './use-cases/enrol-members.use-case';
import { InstallDefaultProgramme } from './use-cases/install-default-programme.use-case';
import { JudgeEvents } from './use-cases/judge-events.use-case';
import { LedgerMovements } from './use-cases/ledger-movement';
import { OpenJudging } from './use-cases/open-judging';
import { PreviewPurchase } from './use-cases/preview-purchase.use-case';
import { ProveLedger } from './use-cases/prove-ledger.use-case';
import { ProveLedgerNightly } from './use-cases/prove-ledger-nightly.use-case';
import { PurchasePoints } from './use-cases/purchase-points';
import { ReassessTiers } from './use-cases/reassess-tiers.use-case';
import { RememberBirthdays } from './use-cases/remember-birthdays.use-case';
import { CancelReplay } from './use-cases/replay/cancel-replay.use-case';
import { PlayJournal } from './use-cases/replay/play-journal';
import { RunReplays } from './use-cases/replay/run-replays.use-case';
import { StartReplay } from './use-cases/replay/start-replay.use-case';
import { ReturnPoints } from './use-cases/return-points.use-case';
import { ReviseRule } from './use-cases/revise-rule.use-case';
import { RuleEdits } from './use-cases/rule-edits';
import { SetRuleStatus } from './use-cases/set-rule-status.use-case';
import { ActivatePoints, ExpirePoints, SettleDuePoints } from './use-cases/settle-due-points.use-case';
import { SpendPoints } from './use-cases/spend-points.use-case';
import { SweepTools } from './use-cases/sweep-tools';
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
  SweepTools,
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
  ReplayRepository,
  PlayJournal,
];

const OUTER = [
  LoyaltyDoor,
  OnMemberEvents,
  AccountsRead,
  LoyaltyPersonalData,
  EntriesRead,
  ExpiringRead,
  StandingRead,
  ProgrammeRead,
  AdjustByHand,
  ChangeSettings,
  RuleEdits,
  TryRules,
  InstallDefaultProgramme,
  ExpirePoints,
  ActivatePoints,
  ReassessTiers,
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
