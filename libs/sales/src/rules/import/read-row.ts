import type { Outcome } from '@fanloop/kernel';
import { accept, reject } from '@fanloop/kernel';
import { exactUnits } from '../decimal';
import type { LineDraft } from '../purchase';
import type { ImportField, ImportSettings } from './fields';
import { refuseRow } from './row-refusals';

export interface ImportStore {
  readonly storeId: string;
  readonly zone: string;
}

/** What a file cannot know by itself. */
export interface ImportSurroundings {
  readonly storeByCode: ReadonlyMap<string, ImportStore>;
  readonly storeOfAll: ImportStore | null;
  /** The instant of a text in a zone by the settings' date format; null when it is none. */
  readonly instant: (text: string, zone: string) => Date | null;
}

/** One row of the file, understood. */
export interface ImportRow {
  readonly row: number;
  readonly key: string;
  readonly occurredAt: Date;
  readonly store: ImportStore;
  readonly member: string | null;
  readonly line: LineDraft;
}

export type RowCells = (field: ImportField) => string;

/** Cells by field: trimmed, empty when the column is not mapped or the row is short. */
export const cellsOf = (record: readonly string[], columns: readonly string[], settings: ImportSettings): RowCells => {
  return (field) => {
    const column = settings.mapping[field];
    return column === undefined ? '' : (record[columns.indexOf(column)] ?? '').trim();
  };
};

export const readRow = (row: number, cell: RowCells, around: ImportSurroundings): Outcome<ImportRow> => {
  const key = cell('purchaseKey');
  if (key === '' || key.length > 96) return reject(refuseRow('KeyMissing'));
  const store = cell('store') === '' ? around.storeOfAll : (around.storeByCode.get(cell('store')) ?? null);
  if (!store) return reject(refuseRow('StoreUnknown', { store: cell('store').slice(0, 40) }));
  const occurredAt = around.instant(cell('occurredAt'), store.zone);
  if (!occurredAt) return reject(refuseRow('TimeUnreadable', { text: cell('occurredAt').slice(0, 40) }));
  const line = readLine(cell);
  if (!line.ok) return line;
  return accept({ row, key, occurredAt, store, member: cell('member') || null, line: line.value });
};

const readLine = (cell: RowCells): Outcome<LineDraft> => {
  const amountFen = exactUnits(cell('amount'), 2);
  if (amountFen === null || amountFen < 0)
    return reject(refuseRow('AmountUnreadable', { text: cell('amount').slice(0, 40) }));
  const discountFen = cell('discount') === '' ? 0 : exactUnits(cell('discount'), 2);
  if (discountFen === null || discountFen < 0)
    return reject(refuseRow('AmountUnreadable', { text: cell('discount').slice(0, 40) }));
  const quantity = cell('quantity') === '' ? 1 : exactUnits(cell('quantity'), 0);
  if (quantity === null || quantity < 0)
    return reject(refuseRow('QuantityUnreadable', { text: cell('quantity').slice(0, 40) }));
  return accept({
    sku: cell('sku') || null,
    name: cell('productName') || cell('sku') || '消费',
    category: cell('category') || null,
    quantity,
    grossFen: amountFen + discountFen,
    discountFen,
    amountFen,
  });
};
