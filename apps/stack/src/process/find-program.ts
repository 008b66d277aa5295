import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

const ALSO = ['/usr/local/sbin', '/usr/local/bin', '/usr/sbin', '/usr/bin', '/sbin', '/bin', '/opt/homebrew/bin'];

/** The full path of the first of these programs that is installed; servers often live in sbin, outside a user's PATH. */
export const findProgram = (...names: string[]): string | null => {
  const folders = [...(process.env['PATH'] ?? '').split(delimiter).filter(Boolean), ...ALSO];
  for (const name of names)
    for (const folder of folders) {
      const path = join(folder, name);
      try {
        accessSync(path, constants.X_OK);
        return path;
      } catch {
        // Not here: look in the next folder.
      }
    }
  return null;
};
