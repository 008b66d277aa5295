// @ts-check
import { spawn } from 'node:child_process';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The checkout. */
export const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '../../..');

/** Something that a person has to mend; its message is all that is shown. */
export class Problem extends Error {}

/** Steps quicker than this are not worth a line. */
const QUIET_MS = 150;
const TICK_MS = 10_000;

/**
 * Runs one step and prints a line for it on stderr (stdout belongs to the command, which may print JSON). The work
 * answers what it did, or null when there was nothing to do.
 * @param {string} title
 * @param {() => Promise<string | null>} work
 */
export const step = async (title, work) => {
  const since = performance.now();
  const seconds = () => `${((performance.now() - since) / 1000).toFixed(1)} s`;
  const tick = setInterval(() => process.stderr.write(`    … ${title} ${seconds()}\n`), TICK_MS);
  try {
    const note = await work();
    if (note !== null || performance.now() - since > QUIET_MS * 10)
      process.stderr.write(`  ✓ ${title.padEnd(26)} ${seconds().padStart(7)}  ${note ?? ''}\n`);
  } finally {
    clearInterval(tick);
  }
};

/**
 * Runs a program to its end and answers its exit code and the telling lines of its output.
 * @param {string} file
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {Promise<{ code: number, output: string, tail: string }>}
 */
export const runProgram = (file, args, env = process.env) =>
  new Promise((done) => {
    const child = spawn(file, args, { cwd: ROOT, env, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    const keep = (/** @type {Buffer} */ data) => {
      output = (output + data.toString('utf8')).slice(-64_000);
    };
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    const tail = () => shortened(output).join('\n    ');
    child.once('error', (error) => done({ code: 127, output, tail: error.message }));
    child.once('close', (code) => done({ code: code ?? 1, output, tail: tail() }));
  });

/** What npm prints besides its reason. */
const NOISE = /^npm (warn|notice)|^npm error\s*$|A complete log of this run/;
const SHOWN = 20;

/**
 * The beginning and the end of what a program printed: npm tells its reason first and then explains its own options.
 * @param {string} output
 */
const shortened = (output) => {
  const lines = output
    .trimEnd()
    .split('\n')
    .filter((line) => line.trim() !== '' && !NOISE.test(line));
  return lines.length <= SHOWN ? lines : [...lines.slice(0, SHOWN / 2), '…', ...lines.slice(-SHOWN / 2)];
};

/**
 * npm with these words: the one that runs us, by its own path where it tells it.
 * @param {string[]} args
 */
export const runNpm = (args) => {
  const script = process.env.npm_execpath;
  return script?.endsWith('.js') ? runProgram(process.execPath, [script, ...args]) : runProgram('npm', args);
};

/**
 * Names a full disk, which hides behind many messages.
 * @param {string} output
 */
export const explain = (output) => (/ENOSPC|No space left/i.test(output) ? `The disk is full.\n    ${output}` : output);
