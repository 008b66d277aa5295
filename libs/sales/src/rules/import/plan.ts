import type { Refusal } from '@fanloop/kernel';
import { checkPurchase } from '../check-purchase';
import type { PurchaseDraft } from '../purchase';
import type { ImportSettings } from './fields';
import { cellsOf, ImportRow, ImportSurroundings, readRow } from './read-row';
import { refuseRow } from './row-refusals';

export interface RowFault {
  /** The line of the file, the heading being line 1. */
  readonly row: number;
  readonly code: string;
  readonly message: string;
}

/** A purchase that a file asks for; its member is still the text of the member column. */
export interface PlannedPurchase {
  readonly rows: readonly number[];
  readonly member: string | null;
  readonly draft: PurchaseDraft;
}

/** The same file with the same settings gives the same plan: a resumed run goes on by counting. */
export interface ImportPlan {
  /** In the order of their own time, so that rules see the past as it was. */
  readonly purchases: readonly PlannedPurchase[];
  readonly faults: readonly RowFault[];
}

export interface ImportTable {
  readonly columns: readonly string[];
  readonly records: readonly (readonly string[])[];
}

export const planImport = (
  table: ImportTable,
  settings: ImportSettings,
  around: ImportSurroundings,
  now: Date,
): ImportPlan => {
  const groups = new Map<string, ImportRow[]>();
  const refused = new Map<string, RowFault>();
  const faults: RowFault[] = [];
  table.records.forEach((record, index) => {
    const row = index + 2;
    const cell = cellsOf(record, table.columns, settings);
    const outcome = readRow(row, cell, around);
    if (outcome.ok) {
      const group = groups.get(outcome.value.key);
      if (group) group.push(outcome.value);
      else groups.set(outcome.value.key, [outcome.value]);
      return;
    }
    const fault = faultOf(row, outcome.refusal);
    faults.push(fault);
    if (!refused.has(cell('purchaseKey'))) refused.set(cell('purchaseKey'), fault);
  });
  const purchases: PlannedPurchase[] = [];
  for (const [key, rows] of groups) {
    const refusal = refusalOf(rows, refused.get(key), settings, now);
    if (refusal) faults.push(...rows.map((row) => faultOf(row.row, refusal)));
    else purchases.push(toPlanned(key, rows, settings));
  }
  purchases.sort(
    (a, b) => a.draft.occurredAt.getTime() - b.draft.occurredAt.getTime() || (a.rows[0] ?? 0) - (b.rows[0] ?? 0),
  );
  return { purchases, faults: faults.sort((a, b) => a.row - b.row) };
};

const faultOf = (row: number, refusal: Refusal): RowFault => ({
  row,
  code: refusal.code,
  message: refusal.reason('zh').slice(0, 255),
});

/** A purchase comes in whole or not at all. */
const refusalOf = (
  rows: readonly ImportRow[],
  refused: RowFault | undefined,
  settings: ImportSettings,
  now: Date,
): Refusal | null => {
  if (refused) return refuseRow('OtherRowRefused', { row: refused.row });
  const [first] = rows;
  const agree = rows.every(
    (row) =>
      row.member === first!.member &&
      row.store.storeId === first!.store.storeId &&
      row.occurredAt.getTime() === first!.occurredAt.getTime(),
  );
  if (!agree) return refuseRow('RowsDisagree');
  try {
    checkPurchase(toPlanned(first!.key, rows, settings).draft, now);
    return null;
  } catch (error) {
    const refusal = error as Refusal;
    return refuseRow('PurchaseRefused', { reason: refusal.reason('zh') });
  }
};

const toPlanned = (key: string, rows: readonly ImportRow[], settings: ImportSettings): PlannedPurchase => {
  const [first] = rows;
  return {
    rows: rows.map((row) => row.row),
    member: first!.member,
    draft: {
      source: settings.source,
      externalKey: key,
      memberId: null,
      storeId: first!.store.storeId,
      zone: first!.store.zone,
      clerkStaffId: null,
      channel: 'import',
      occurredAt: first!.occurredAt,
      lines: rows.map((row) => row.line),
    },
  };
};
