import type { ReactNode } from 'react';

export interface DataColumn<Row> {
  key: string;
  title: string;
  /** The plain value: what the export writes, what sorting compares, what is shown when there is no `render`. */
  value: (row: Row) => string | number | null;
  render?: (row: Row) => ReactNode;
  /** What the export writes when it differs from the sorted value (fen sorted, yuan written). */
  exported?: (row: Row) => string | number | null;
  width?: number;
  align?: 'left' | 'right' | 'center';
  sortable?: boolean;
  ellipsis?: boolean;
  hiddenAtFirst?: boolean;
  /** The column that names the row: stays when the others scroll, cannot be hidden. */
  lead?: boolean;
  /** Buttons: never exported, never hidden. */
  actions?: boolean;
}

export const exportable = <Row>(columns: readonly DataColumn<Row>[]): DataColumn<Row>[] =>
  columns.filter((column) => !column.actions);

const compare = (a: string | number | null, b: string | number | null): number => {
  if (a === null || b === null) return a === b ? 0 : a === null ? -1 : 1;
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  return String(a).localeCompare(String(b), 'zh-CN');
};

/** `sort` is a column's key, with a leading minus for descending. Rows that tie keep the server's order. */
export const sortRows = <Row>(
  rows: readonly Row[],
  columns: readonly DataColumn<Row>[],
  sort: string,
): readonly Row[] => {
  const column = columns.find(({ key }) => key === sort.replace(/^-/, ''));
  if (!column) return rows;
  const sign = sort.startsWith('-') ? -1 : 1;
  return [...rows].sort((a, b) => sign * compare(column.value(a), column.value(b)));
};
