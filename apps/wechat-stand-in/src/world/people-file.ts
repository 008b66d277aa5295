import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PeopleShelf } from './people';
import type { PersonDraft } from './person';

/** Forgets with the process: what a test wants. */
export const noShelf: PeopleShelf = { load: () => [], save: () => undefined };

/** Keeps the added people as one JSON file; the rename makes a half-written file impossible. */
export const fileShelf = (folder: string): PeopleShelf => {
  mkdirSync(folder, { recursive: true });
  const path = join(folder, 'wechat-people.json');
  return {
    load: () => readDrafts(path),
    save: (added) => {
      writeFileSync(`${path}.new`, JSON.stringify(added, null, 2));
      renameSync(`${path}.new`, path);
    },
  };
};

const readDrafts = (path: string): PersonDraft[] => {
  if (!existsSync(path)) return [];
  try {
    const stored: unknown = JSON.parse(readFileSync(path, 'utf8'));
    return Array.isArray(stored) ? stored.filter(isDraft) : [];
  } catch {
    throw new Error(
      `The stand-in cannot read its people from ${path}: remove the file to start with the sample people.`,
    );
  }
};

const isDraft = (value: unknown): value is PersonDraft =>
  typeof value === 'object' && value !== null && 'personId' in value && 'nickname' in value && 'phone' in value;
