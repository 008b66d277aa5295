import { messageOf } from '@fanloop/kernel';
import { runMigrations } from './data-source';

/** `node dist/config/migrate.js`: brings DATABASE_URL up to date. */
const url = process.env.DATABASE_URL;
if (!url) throw new Error('DATABASE_URL is missing');
runMigrations(url).then(
  (names) => process.stdout.write(names.length > 0 ? `${names.join('\n')}\n` : 'up to date\n'),
  (error: unknown) => {
    process.stderr.write(`${messageOf(error)}\n`);
    process.exitCode = 1;
  },
);
