import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { Trouble } from '../trouble';
import { cannotWrite } from './folders';

/** The content of a JSON file, or null when there is none. */
export const readJson = (path: string): unknown => {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch {
    return null;
  }
  try {
    return JSON.parse(text);
  } catch {
    throw new Trouble(`${path} is damaged (not JSON).`, ['Mend or delete it, then start again.']);
  }
};

/** Written beside and renamed, so that a kill in between never leaves half a file; readable by this user only. */
export const writeJson = (path: string, content: unknown): void => {
  try {
    writeFileSync(`${path}.new`, `${JSON.stringify(content, null, 2)}\n`, { mode: 0o600 });
    renameSync(`${path}.new`, path);
  } catch (error) {
    throw cannotWrite(path, error);
  }
};
