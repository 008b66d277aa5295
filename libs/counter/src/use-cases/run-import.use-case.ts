import { messageOf } from '@fanloop/kernel';
import { MembersDoor } from '@fanloop/members';
import { OrganizationDoor } from '@fanloop/organization';
import { chunks, randomId, type Tx, UnitOfWork } from '@fanloop/platform';
import {
  type ImportJob,
  type ImportPlan,
  type PlannedPurchase,
  ProgressImport,
  type PurchaseDraft,
  type RecordedPurchase,
  type RowOutcome,
} from '@fanloop/sales';
import { Injectable } from '@nestjs/common';
import { refuse } from '../rules/refusals';
import { RecordImportedPurchases } from './record-imported-purchases.use-case';

const BATCH = 300;

export interface ImportReport {
  readonly rows: number;
  readonly written: number;
  readonly duplicates: number;
  readonly skipped: number;
  readonly points: number;
  readonly errors: readonly { readonly row: number; readonly code: string; readonly message: string }[];
}

interface BatchResult {
  readonly outcomes: readonly RowOutcome[];
  readonly points: number;
}

/**
 * Records the purchases of an uploaded file. Each batch commits together with its checkpoint and its rows of the report,
 * so a run that was killed goes on behind the last batch, and two workers never record the same one.
 */
@Injectable()
export class RunImport {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly progress: ProgressImport,
    private readonly record: RecordImportedPurchases,
    private readonly members: MembersDoor,
    private readonly organization: OrganizationDoor,
  ) {}

  /** Runs a started import to its end, or until it is cancelled. False when another worker has it. */
  async execute(importId: string): Promise<boolean> {
    const owner = randomId();
    if (!(await this.progress.lease(importId, owner))) return false;
    try {
      const job = await this.progress.job(importId);
      const plan = await this.plan(job);
      await this.unitOfWork.run((tx) => this.progress.reportFaults(tx, importId, plan.faults));
      for (const batch of chunks(plan.purchases.slice(job.donePurchases), BATCH))
        await this.unitOfWork.run(async (tx) => {
          if (!(await this.progress.leaseIn(tx, importId, owner))) throw refuse('ImportStopped');
          const { outcomes, points } = await this.recordBatch(tx, job, batch);
          await this.progress.advance(tx, importId, batch.length, points, outcomes);
        });
      await this.progress.finish(importId);
      return true;
    } catch (error) {
      if ((error as { code?: string }).code === 'ImportStopped') return false;
      await this.progress.fail(importId, messageOf(error));
      throw error;
    }
  }

  /** Does everything and keeps nothing: what would be written, what not, and why. */
  async dryRun(importId: string): Promise<ImportReport> {
    const job = await this.progress.job(importId);
    const plan = await this.plan(job);
    const outcomes: RowOutcome[] = plan.faults.map((fault) => ({ ...fault, outcome: 'skipped', purchaseNo: null }));
    let points = 0;
    for (const batch of chunks(plan.purchases, BATCH)) {
      const result = await this.unitOfWork.run((tx) => this.recordBatch(tx, job, batch), { dryRun: true });
      outcomes.push(...result.outcomes);
      points += result.points;
    }
    return reportOf(job.rows, points, outcomes);
  }

  private async plan(job: ImportJob): Promise<ImportPlan> {
    const stores = await this.organization.stores();
    return this.progress.plan(
      job,
      stores.map(({ id, code, zone }) => ({ storeId: id, code, zone })),
    );
  }

  private async recordBatch(tx: Tx, job: ImportJob, batch: readonly PlannedPurchase[]): Promise<BatchResult> {
    const named = batch.flatMap((planned) => planned.member ?? []);
    const found =
      named.length > 0
        ? await this.members.findByIdentity(job.settings!.memberKind, [...new Set(named)], tx)
        : new Map<string, string>();
    const known: { planned: PlannedPurchase; draft: PurchaseDraft }[] = [];
    const outcomes: RowOutcome[] = [];
    for (const planned of batch) {
      const memberId = planned.member === null ? null : (found.get(planned.member) ?? undefined);
      if (memberId === undefined) outcomes.push(...rowsOf(planned, 'skipped', 'MemberUnknown', '没有这个会员', null));
      else known.push({ planned, draft: { ...planned.draft, memberId } });
    }
    const { purchases, points } = await this.record.record(
      tx,
      known.map(({ draft }) => draft),
    );
    known.forEach(({ planned }, i) => {
      outcomes.push(...recordedRows(planned, purchases[i]!));
    });
    return { outcomes, points };
  }
}

const recordedRows = (planned: PlannedPurchase, purchase: RecordedPurchase): RowOutcome[] =>
  purchase.duplicate
    ? rowsOf(planned, 'duplicate', 'Duplicate', '这个单号已经导入过', purchase.purchaseNo)
    : rowsOf(planned, 'written', null, null, purchase.purchaseNo);

const rowsOf = (
  planned: PlannedPurchase,
  outcome: RowOutcome['outcome'],
  code: string | null,
  message: string | null,
  purchaseNo: string | null,
): RowOutcome[] => planned.rows.map((row) => ({ row, outcome, code, message, purchaseNo }));

const ERRORS_SHOWN = 100;

const reportOf = (rows: number, points: number, outcomes: readonly RowOutcome[]): ImportReport => {
  const count = (kind: RowOutcome['outcome']): number => outcomes.filter((row) => row.outcome === kind).length;
  const errors = outcomes
    .filter((row) => row.outcome === 'skipped')
    .sort((a, b) => a.row - b.row)
    .slice(0, ERRORS_SHOWN)
    .map((row) => ({ row: row.row, code: row.code ?? '', message: row.message ?? '' }));
  return {
    rows,
    written: count('written'),
    duplicates: count('duplicate'),
    skipped: count('skipped'),
    points,
    errors,
  };
};
