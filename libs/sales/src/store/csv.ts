import { parse } from 'csv-parse';
import type { ImportTable } from '../rules/import/plan';
import { refuseSale } from '../rules/refusals';

/** Reads a CSV text whose first line names the columns; refuses what is none. */
export const readCsv = async (text: string): Promise<ImportTable> => {
  const records = await new Promise<string[][]>((resolve, reject) => {
    parse(
      text,
      { bom: true, relax_column_count: true, skip_empty_lines: true },
      (error: Error | undefined | null, rows: string[][]) => {
        if (error) reject(refuseSale('ImportUnreadable', { problem: error.message.slice(0, 120) }));
        else resolve(rows);
      },
    );
  });
  const [columns = [], ...rows] = records;
  return { columns: columns.map((name) => name.trim()), records: rows };
};

/** One CSV line. A text that a spreadsheet would take for a formula gets an apostrophe in front. */
export const csvLine = (cells: readonly (string | number | null)[]): string =>
  `${cells
    .map((cell) => {
      const text = cell === null ? '' : String(cell);
      const safe = typeof cell === 'string' && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
      return /[",\r\n]/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe;
    })
    .join(',')}\r\n`;
