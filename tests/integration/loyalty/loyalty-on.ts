import type { Clock } from '@fanloop/kernel';
import { AuditLog, BusinessCalendar, Idempotency, Outbox, Reader, UnitOfWork } from '@fanloop/platform';
import type { DataSource } from 'typeorm';
import { AccountsRead } from '../../../libs/loyalty/src/reads/accounts.read';
import { StandingRead } from '../../../libs/loyalty/src/reads/standing.read';
import { PLAIN_DRAFT, type RuleDraft } from '../../../libs/loyalty/src/rules/judging/rule';
import { AccountRepository } from '../../../libs/loyalty/src/store/account.repository';
import { BrandTime } from '../../../libs/loyalty/src/store/brand-time';
import { JournalRepository } from '../../../libs/loyalty/src/store/journal.repository';
import { LedgerStore } from '../../../libs/loyalty/src/store/ledger-store';
import { LedgerWriter } from '../../../libs/loyalty/src/store/ledger-writer';
import { MemberTags } from '../../../libs/loyalty/src/store/member-tags';
import { ProgrammeRepository } from '../../../libs/loyalty/src/store/programme.repository';
import { RuleRepository } from '../../../libs/loyalty/src/store/rule.repository';
import { AdjustPoints } from '../../../libs/loyalty/src/use-cases/adjust-points.use-case';
import { ChangeSettings } from '../../../libs/loyalty/src/use-cases/change-settings.use-case';
import {
  type ClawBackCommand,
  ClawBackPurchase,
} from '../../../libs/loyalty/src/use-cases/claw-back-purchase.use-case';
import { CloseAccounts } from '../../../libs/loyalty/src/use-cases/close-accounts.use-case';
import { CreateRule } from '../../../libs/loyalty/src/use-cases/create-rule.use-case';
import {
  EarnForPurchases,
  type EarnResult,
  type PurchaseToReward,
} from '../../../libs/loyalty/src/use-cases/earn-for-purchases.use-case';
import { EnrolMembers } from '../../../libs/loyalty/src/use-cases/enrol-members.use-case';
import { InstallDefaultProgramme } from '../../../libs/loyalty/src/use-cases/install-default-programme.use-case';
import { JudgeEvents } from '../../../libs/loyalty/src/use-cases/judge-events.use-case';
import { LedgerMovements } from '../../../libs/loyalty/src/use-cases/ledger-movement';
import { OpenJudging } from '../../../libs/loyalty/src/use-cases/open-judging';
import { PreviewPurchase } from '../../../libs/loyalty/src/use-cases/preview-purchase.use-case';
import { ProveLedger } from '../../../libs/loyalty/src/use-cases/prove-ledger.use-case';
import { ReassessTiers } from '../../../libs/loyalty/src/use-cases/reassess-tiers.use-case';
import { PlayJournal } from '../../../libs/loyalty/src/use-cases/replay/play-journal';
import { ReturnPoints } from '../../../libs/loyalty/src/use-cases/return-points.use-case';
import { ReviseRule } from '../../../libs/loyalty/src/use-cases/revise-rule.use-case';
import {
  ActivatePoints,
  ExpirePoints,
  SettleDuePoints,
} from '../../../libs/loyalty/src/use-cases/settle-due-points.use-case';
import { SpendPoints } from '../../../libs/loyalty/src/use-cases/spend-points.use-case';
import { SweepTools } from '../../../libs/loyalty/src/use-cases/sweep-tools';

export interface Twins {
  readonly accounts?: AccountRepository;
  readonly journal?: JournalRepository;
  readonly writer?: (clock: Clock) => LedgerWriter;
  readonly zone?: string;
  readonly rules?: new (programmes: ProgrammeRepository) => RuleRepository;
  readonly play?: typeof PlayJournal;
}

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
  const rules = new (twins.rules ?? RuleRepository)(programmes);
  const time = new BrandTime(new BusinessCalendar(twins.zone ?? 'Asia/Shanghai'));
  const tools = new SweepTools(reader, unitOfWork, outbox);
  const opening = new OpenJudging(programmes, time, new MemberTags());
  const movements = new LedgerMovements(ledger, programmes, time);
  const earn = new EarnForPurchases(ledger, opening, time, outbox);
  const judge = new JudgeEvents(ledger, opening, time, outbox);
  const due = new SettleDuePoints(movements, tools, clock);
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
    enrol: new EnrolMembers(ledger, programmes, time, judge),
    close: new CloseAccounts(ledger, outbox),
    expire: new ExpirePoints(due),
    activate: new ActivatePoints(due),
    reassess: new ReassessTiers(ledger, programmes, time, tools, clock),
    prove: new ProveLedger(ledger, reader, unitOfWork),
    play: new (twins.play ?? PlayJournal)(reader, programmes, time),
    programme: () => programmes.current(reader),
    preview: new PreviewPurchase(reader, ledger, opening, time),
    install: new InstallDefaultProgramme(unitOfWork, programmes, rules, clock),
    createRule: new CreateRule(unitOfWork, rules, audit, clock),
    reviseRule: new ReviseRule(unitOfWork, rules, audit, clock),
    changeSettings: new ChangeSettings(unitOfWork, programmes, audit),
    accounts: new AccountsRead(reader, ledger, programmes, clock),
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
