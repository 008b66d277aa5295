import { createHash } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The kernel allows 107 characters for the path of a socket; a deep data folder gets one in the temporary folder. */
const LONGEST = 100;

export const socketPath = (folder: string): string => {
  const here = join(folder, 'mariadb.sock');
  if (here.length <= LONGEST) return here;
  return join(tmpdir(), `fanloop-${createHash('sha256').update(folder).digest('hex').slice(0, 16)}.sock`);
};
