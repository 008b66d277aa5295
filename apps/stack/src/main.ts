import { check } from './commands/check';
import { runScript, SCRIPTS } from './commands/run-script';
import { start } from './commands/start';
import { test } from './commands/test';
import { Trouble } from './trouble';

type Command = (words: readonly string[]) => Promise<number>;

const commands: Readonly<Record<string, Command>> = {
  start,
  test,
  check,
  ...Object.fromEntries(
    Object.keys(SCRIPTS).map((name) => [name, (words: readonly string[]) => runScript(name, words)]),
  ),
};

/** Called by bootstrap.mjs once Node, packages, servers and the compiled code are in place. */
export const main = async ([name = '', ...words]: readonly string[]): Promise<number> => {
  const command = commands[name];
  if (!command) {
    process.stderr.write(`Unknown command "${name}". There are: ${Object.keys(commands).join(', ')}.\n`);
    return 2;
  }
  try {
    return await command(words);
  } catch (error) {
    if (!(error instanceof Trouble)) throw error;
    process.stderr.write(`\n  ✗ ${error.message}\n${error.hints.map((hint) => `    ${hint}\n`).join('')}`);
    return 1;
  }
};
