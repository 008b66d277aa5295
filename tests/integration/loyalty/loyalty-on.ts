import type { Actor, Clock } from '@fanloop/kernel';
import { AuditLog, BusinessCalendar, Idempotency, Outbox, Reader, UnitOfWork } from '@fanloop/platform';
import type { DataSource } from 'typeorm';
import { AccountsRead } from '../../../libs/loyalty/src/reads/accounts.read';
import { EntryExplanationRead } from '../../../libs/loyalty/src/reads/entry-explanation.read';
import { RuleUsageRead } from '../../../libs/loyalty/src/reads/rule-usage.read';
import { RuleWords } from '../../../libs/loyalty/src/reads/rule-words';
import { RulesRead } from '../../../libs/loyalty/src/reads/rules.read';
import { SettledLots } from '../../../libs/loyalty/src/reads/settled-lots';
import { StandingRead } from '../../../libs/loyalty/src/reads/standing.read';
import { TierHistoryRead } from '../../../libs/loyalty/src/reads/tier-history.read';
import { TierPreviewRead } from '../../../libs/loyalty/src/reads/tier-preview.read';
import { TiersRead } from '../../../libs/loyalty/src/reads/tiers.read';
import { TouchedLotsRead } from '../../../libs/loyalty/src/reads/touched-lots.read';
import { PLAIN_DRAFT, type RuleDraft } from '../../../libs/loyalty/src/rules/judging/rule';
import { AccountRepository } from '../../../libs/loyalty/src/store/account.repository';
import { BrandTime } from '../../../libs/loyalty/src/store/brand-time';
import { JournalRepository } from '../../../libs/loyalty/src/store/journal.repository';
import { JudgedVersions } from '../../../libs/loyalty/src/store/judged-versions';
import { LedgerStore } from '../../../libs/loyalty/src/store/ledger-store';
import { LedgerWriter } from '../../../libs/loyalty/src/store/ledger-writer';
import { MemberTags } from '../../../libs/loyalty/src/store/member-tags';
import { ProgrammeRepository } from '../../../libs/loyalty/src/store/programme.repository';
import { RuleRepository } from '../../../libs/loyalty/src/store/rule.repository';
import { AdjustPoints } from '../../../libs/loyalty/src/use-cases/adjust-points.use-case';
import { CardTier } from '../../../libs/loyalty/src/use-cases/card-tier.use-case';
import { ChangeRule } from '../../../libs/loyalty/src/use-cases/change-rule';
import { ChangeSettings } from '../../../libs/loyalty/src/use-cases/change-settings.use-case';
import { ChangeTiers } from '../../../libs/loyalty/src/use-cases/change-tiers.use-case';
import {
  type ClawBackCommand,
  ClawBackPurchase,
} from '../../../libs/loyalty/src/use-cases/claw-back-purchase.use-case';
import { CloseAccounts } from '../../../libs/loyalty/src/use-cases/close-accounts.use-case';
import { CountRuleUse } from '../../../libs/loyalty/src/use-cases/count-rule-use.use-case';
import { CreateRule } from '../../../libs/loyalty/src/use-cases/create-rule.use-case';
import { DecideRule } from '../../../libs/loyalty/src/use-cases/decide-rule.use-case';
import {
  EarnForPurchases,
  type EarnResult,
  type PurchaseToReward,
} from '../../../libs/loyalty/src/use-cases/earn-for-purchases.use-case';
import { EndGrant } from '../../../libs/loyalty/src/use-cases/end-grant.use-case';
import { EnrolMembers } from '../../../libs/loyalty/src/use-cases/enrol-members.use-case';
import { GrantTier } from '../../../libs/loyalty/src/use-cases/grant-tier.use-case';
import { HandOutBenefits } from '../../../libs/loyalty/src/use-cases/hand-out-benefits.use-case';
import { InstallDefaultProgramme } from '../../../libs/loyalty/src/use-cases/install-default-programme.use-case';
import { JudgeEvents } from '../../../libs/loyalty/src/use-cases/judge-events.use-case';
import { LedgerMovements } from '../../../libs/loyalty/src/use-cases/ledger-movement';
import { OpenJudging } from '../../../libs/loyalty/src/use-cases/open-judging';
import { PauseRule } from '../../../libs/loyalty/src/use-cases/pause-rule.use-case';
import { PreviewPurchase } from '../../../libs/loyalty/src/use-cases/preview-purchase.use-case';
import { ProveLedger } from '../../../libs/loyalty/src/use-cases/prove-ledger.use-case';
import { ReassessTiers } from '../../../libs/loyalty/src/use-cases/reassess-tiers.use-case';
import { RecheckTiers } from '../../../libs/loyalty/src/use-cases/recheck-tiers.use-case';
import { PlayJournal } from '../../../libs/loyalty/src/use-cases/replay/play-journal';
import { ResumeRule } from '../../../libs/loyalty/src/use-cases/resume-rule.use-case';
import { RetireRule } from '../../../libs/loyalty/src/use-cases/retire-rule.use-case';
import { ReturnPoints } from '../../../libs/loyalty/src/use-cases/return-points.use-case';
import { type ReviseCommand, ReviseRule } from '../../../libs/loyalty/src/use-cases/revise-rule.use-case';
import {
  ActivatePoints,
  ExpirePoints,
  SettleDuePoints,
} from '../../../libs/loyalty/src/use-cases/settle-due-points.use-case';
import { SpendPoints } from '../../../libs/loyalty/src/use-cases/spend-points.use-case';
import { SubmitRule } from '../../../libs/loyalty/src/use-cases/submit-rule.use-case';
import { SweepTools } from '../../../libs/loyalty/src/use-cases/sweep-tools';
import { TierWork } from '../../../libs/loyalty/src/use-cases/tier-work';
import { WithdrawRule } from '../../../libs/loyalty/src/use-cases/withdraw-rule.use-case';

export interface Twins {
  readonly accounts?: AccountRepository;
  readonly journal?: JournalRepository;
  readonly writer?: (clock: Clock) => LedgerWriter;
  readonly rules?: (programmes: ProgrammeRepository) => RuleRepository;
  readonly zone?: string;
  readonly opening?: typeof OpenJudging;
  readonly play?: typeof PlayJournal;
}

/** The life of rules; `createRule` and `reviseRule` go the whole way to a version that judges. */
const rulesOn = (unitOfWork: UnitOfWork, rules: RuleRepository, audit: AuditLog, clock: Clock) => {
  const change = new ChangeRule(unitOfWork, rules, audit, clock);
  const draftRule = new CreateRule(unitOfWork, rules, audit, clock);
  const redraftRule = new ReviseRule(change);
  const submitRule = new SubmitRule(change);
  const decideRule = new DecideRule(change);
  const approve = async (ruleId: string, version: number): Promise<void> => {
    await submitRule.execute({ ruleId, version, actor: MANAGER });
    const decision = { decision: 'approve', note: null, actor: OTHER_MANAGER, isOwner: false, approvers: 2 } as const;
    await decideRule.execute({ ruleId, version, ...decision });
  };
  return {
    draftRule,
    redraftRule,
    submitRule,
    decideRule,
    withdrawRule: new WithdrawRule(change),
    pauseRule: new PauseRule(change),
    resumeRule: new ResumeRule(change),
    retireRule: new RetireRule(change),
    createRule: {
      execute: async (command: { readonly draft: RuleDraft; readonly actor: Actor }): Promise<string> => {
        const ruleId = await draftRule.execute(command);
        await approve(ruleId, 1);
        return ruleId;
      },
    },
    reviseRule: {
      execute: async (command: ReviseCommand): Promise<void> => {
        await redraftRule.execute(command);
        const { version } = await unitOfWork.run((tx) => rules.one(tx, command.ruleId));
        await approve(command.ruleId, version);
      },
    },
  };
};

/** Tiers that are given. */
const grantsOn = (tierWork: TierWork, audit: AuditLog, clock: Clock) => ({
  grant: new GrantTier(tierWork, new Idempotency(clock), audit, clock),
  endGrant: new EndGrant(tierWork, audit, clock),
  cardTier: new CardTier(tierWork, clock),
});

/** The parts of loyalty on one data source, any of which a test may replace by a broken twin. */
export const loyaltyOn = (dataSource: DataSource, clock: Clock, twins: Twins = {}) => {
  const unitOfWork = new UnitOfWork(dataSource);
  const reader = new Reader(dataSource);
  const outbox = new Outbox();
  const audit = new AuditLog(clock);
  const writer = twins.writer?.(clock) ?? new LedgerWriter(clock);
  const ledger = new LedgerStore(
    twins.accounts ?? new AccountRepository(),
    twins.journal ?? new JournalRepository(),
    writer,
  );
  const programmes = new ProgrammeRepository();
  const rules = twins.rules?.(programmes) ?? new RuleRepository(programmes);
  const time = new BrandTime(new BusinessCalendar(twins.zone ?? 'Asia/Shanghai'));
  const tools = new SweepTools(reader, unitOfWork, outbox);
  const opening = new (twins.opening ?? OpenJudging)(programmes, time, new MemberTags());
  const movements = new LedgerMovements(ledger, programmes, time);
  const earn = new EarnForPurchases(ledger, opening, time, outbox);
  const judge = new JudgeEvents(ledger, opening, time, outbox);
  const tierWork = new TierWork(ledger, programmes, time, tools);
  const words = new RuleWords(programmes, time);
  const due = new SettleDuePoints(movements, tools, clock);
  const settled = new SettledLots(reader, ledger, programmes, time);
  return {
    unitOfWork,
    reader,
    idempotency: new Idempotency(clock),
    earnIn: earn,
    earn: (...purchases: PurchaseToReward[]): Promise<EarnResult[]> =>
      unitOfWork.run((tx) => earn.execute(tx, purchases)),
    judge,
    spend: new SpendPoints(movements, outbox),
    giveBack: new ReturnPoints(movements, outbox),
    adjust: new AdjustPoints(movements, outbox),
    clawBack: new ClawBackPurchase(ledger, opening, time, outbox),
    enrol: new EnrolMembers(ledger, programmes, time, judge, outbox),
    close: new CloseAccounts(ledger, outbox),
    expire: new ExpirePoints(due),
    activate: new ActivatePoints(due),
    reassess: new ReassessTiers(tierWork, clock),
    recheck: new RecheckTiers(tierWork, clock),
    benefits: new HandOutBenefits(tierWork, clock),
    ...grantsOn(tierWork, audit, clock),
    changeTiers: new ChangeTiers(unitOfWork, programmes, audit),
    tiers: new TiersRead(reader, programmes),
    tierPreview: new TierPreviewRead(reader, programmes, time, clock),
    tierHistory: new TierHistoryRead(reader, programmes, time, clock),
    prove: new ProveLedger(ledger, reader, unitOfWork),
    play: new (twins.play ?? PlayJournal)(reader, programmes, time),
    programme: () => programmes.current(reader),
    preview: new PreviewPurchase(reader, ledger, opening, time),
    install: new InstallDefaultProgramme(unitOfWork, programmes, rules, clock),
    ...rulesOn(unitOfWork, rules, audit, clock),
    changeSettings: new ChangeSettings(unitOfWork, programmes, audit),
    countRuleUse: new CountRuleUse(unitOfWork, clock),
    rules: new RulesRead(reader, programmes, rules, new RuleUsageRead(reader, time, clock), words),
    explanation: new EntryExplanationRead(reader, new JudgedVersions(rules), new TouchedLotsRead(reader, time), words),
    accounts: new AccountsRead(reader, settled, clock),
    parts: { ledger, programmes, movements, tools, outbox, audit, time, settled },
    standing: new StandingRead(reader, ledger, programmes, time, clock),
  };
};

export type Loyalty = ReturnType<typeof loyaltyOn>;

let next = 0;

/** A purchase of one line; its id is new unless it is given. */
export const aPurchase = (change: Partial<PurchaseToReward> & { amountFen?: number } = {}): PurchaseToReward => {
  next += 1;
  const { amountFen = 3800, ...rest } = change;
  return {
    purchaseId: String(next),
    purchaseNo: `P${next}`,
    memberId: '7001',
    storeId: '11',
    occurredAt: new Date('2026-06-15T04:00:00.000Z'),
    ordinalOfMember: 2,
    lines: [{ sku: 'tea-1', category: '茶饮', quantity: 1, amountFen }],
    ...rest,
  };
};

export const MANAGER = { kind: 'staff', id: '21' } as const;
export const OTHER_MANAGER = { kind: 'staff', id: '22' } as const;
export const aRule: RuleDraft = {
  ...PLAIN_DRAFT,
  name: '消费积分',
  trigger: 'purchase',
  effect: { kind: 'points-per-amount', points: 1, perFen: 100, wholeSteps: false, rounding: 'down' },
};

/** The refund of a whole purchase of one line, as the till's context tells it. */
export const fullRefund = (
  purchase: Pick<PurchaseToReward, 'purchaseId' | 'memberId' | 'lines'>,
  refundId: string,
  at: Date,
): ClawBackCommand => ({
  purchaseId: purchase.purchaseId,
  memberId: purchase.memberId,
  refundId,
  at,
  storeId: '11',
  lines: purchase.lines.map(({ amountFen, quantity }) => ({
    amountFen,
    quantity,
    refundedBefore: { amountFen: 0, quantity: 0 },
    refundedAfter: { amountFen, quantity },
  })),
});

/** What the proof names as wrong; empty when the ledger is whole. */
export const violationsOf = async (loyalty: Loyalty): Promise<string[]> => {
  const { badRow } = await loyalty.prove.execute();
  return badRow ? [`${badRow.table} ${badRow.memberId} ${badRow.number}: ${badRow.problem}`] : [];
};
