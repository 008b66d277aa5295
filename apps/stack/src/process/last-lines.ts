import { closeSync, fstatSync, openSync, readSync } from 'node:fs';

const WINDOW = 64 * 1024;

/** A frame of a stack: of no use to the person who reads the last words of a program. */
const FRAME = /^\s+at .+:\d+:\d+\)?( \{)?$/;

/** The last telling lines of a text file without reading all of it; none when there is no such file. */
export const lastLines = (file: string, lines: number): string[] => {
  let handle: number;
  try {
    handle = openSync(file, 'r');
  } catch {
    return [];
  }
  try {
    const { size } = fstatSync(handle);
    const length = Math.min(size, WINDOW);
    const buffer = Buffer.alloc(length);
    readSync(handle, buffer, 0, length, size - length);
    return buffer
      .toString('utf8')
      .split('\n')
      .filter((line) => line !== '' && !FRAME.test(line))
      .slice(-lines);
  } finally {
    closeSync(handle);
  }
};
