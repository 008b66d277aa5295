/** Columns padded to their widest cell. Chinese characters take two places in a terminal. */
export const table = (rows: readonly (readonly string[])[], indent = '  '): string => {
  const columns = Math.max(0, ...rows.map((row) => row.length));
  const widths = Array.from({ length: columns }, (_, column) =>
    Math.max(...rows.map((row) => places(row[column] ?? ''))),
  );
  return rows
    .map((row) => indent + row.map((cell, column) => pad(cell, widths[column] ?? 0)).join('   '))
    .map((line) => line.trimEnd())
    .join('\n');
};

const pad = (cell: string, width: number): string => cell + ' '.repeat(Math.max(0, width - places(cell)));

const WIDE = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]/;

const places = (text: string): number => [...text].reduce((sum, character) => sum + (WIDE.test(character) ? 2 : 1), 0);
