import { messageOf } from '@fanloop/kernel';
import { parse } from 'csv-parse';
import type { CodeLine } from '../rules/codes/code-lines';
import { refuseCode } from '../rules/codes/code-refusals';

export interface CodeFile {
  readonly columns: readonly string[];
  /** The cells of each record, and the line on which it ends. */
  readonly records: readonly { readonly line: number; readonly cells: readonly string[] }[];
}

/** Reads a CSV text; blank lines are kept, because they are told with their number. Throws CodeFileUnreadable. */
export const readCodeFile = async (content: string, hasHeader: boolean): Promise<CodeFile> => {
  const rows = await new Promise<{ record: string[]; info: { lines: number } }[]>((resolve, reject) => {
    parse(
      content,
      { bom: true, relax_column_count: true, relax_quotes: true, info: true },
      (error: Error | undefined | null, found: unknown) => {
        if (error) reject(refuseCode('CodeFileUnreadable', { problem: messageOf(error).slice(0, 120) }));
        else resolve(found as { record: string[]; info: { lines: number } }[]);
      },
    );
  });
  const records = rows.map(({ record, info }) => ({ line: info.lines, cells: record }));
  const width = Math.max(0, ...records.slice(0, 100).map(({ cells }) => cells.length));
  const names = hasHeader ? (records[0]?.cells ?? []) : [];
  const columns = Array.from({ length: width }, (_, i) => names[i]?.trim() || `第 ${i + 1} 列`);
  return { columns, records: hasHeader ? records.slice(1) : records };
};

/** The cells of one column, which counts from 0. */
export const linesOf = ({ records }: CodeFile, column: number): CodeLine[] =>
  records.map(({ line, cells }) => ({ line, text: cells[column] ?? '' }));
