import { refuse } from './refusals';

export const MOST_CODES = 10_000;
const LONGEST = 200;

/** Lines of a pasted or loaded list, without empty ones and without repetitions. Throws CodesInvalid. */
export const readCodes = (lines: readonly string[]): string[] => {
  const codes = [...new Set(lines.map((line) => line.trim()).filter((line) => line.length > 0))];
  if (codes.length === 0) throw refuse('CodesInvalid', { problem: '没有读到兑换码' });
  if (codes.length > MOST_CODES) throw refuse('CodesInvalid', { problem: `一次最多导入 ${MOST_CODES} 个` });
  const long = codes.find((code) => code.length > LONGEST);
  if (long) throw refuse('CodesInvalid', { problem: `「${long.slice(0, 12)}…」超过 ${LONGEST} 个字` });
  return codes;
};
