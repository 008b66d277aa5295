import { closeSync, fstatSync, openSync, readSync } from 'node:fs';

const WINDOW = 64 * 1024;
/** A frame of a stack: of no use to the person who reads the last words of a program. */
const FRAME = /^\s+at .+:\d+:\d+\)?( \{)?$/;
const COLOUR = new RegExp(`${String.fromCharCode(27)}\\[[0-9;?]*[A-Za-z]`, 'g');
/** The line that most likely says what happened. */
const TELLING = /\b\w*(?:Error|Exception)\b|\berror:|\bfatal\b/i;

/** The last lines of a text file, from a position on, without reading all of it; none when there is no such file. */
export const lastLines = (file: string, lines: number, from = 0): string[] => wordsOf(file, from).slice(-lines);

/**
 * The last words of a program that ended: when they are many, the first line that names an error, and the end. Programs
 * print the cause first and a page of context behind it.
 */
export const lastWords = (file: string, lines: number, from = 0): string[] => {
  const words = wordsOf(file, from);
  if (words.length <= lines) return words;
  const telling = words.findIndex((line) => TELLING.test(line));
  if (telling < 0 || telling >= words.length - lines) return words.slice(-lines);
  const half = Math.floor(lines / 2);
  return [...words.slice(telling, telling + half), '…', ...words.slice(-half)];
};

const wordsOf = (file: string, from: number): string[] =>
  textOf(file, from)
    .replace(COLOUR, '')
    .split('\n')
    .filter((line) => line.trim() !== '' && !FRAME.test(line));

const textOf = (file: string, from: number): string => {
  let handle: number;
  try {
    handle = openSync(file, 'r');
  } catch {
    return '';
  }
  try {
    const { size } = fstatSync(handle);
    const start = Math.max(Math.min(from, size), size - WINDOW);
    const buffer = Buffer.alloc(size - start);
    readSync(handle, buffer, 0, buffer.length, start);
    return buffer.toString('utf8');
  } finally {
    closeSync(handle);
  }
};
