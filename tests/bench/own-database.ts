import { createConnection } from 'mysql2/promise';
import { runMigrations } from '../../config/data-source';
import type { Env } from '../../config/env';

/** Another database on the bench's server, empty and migrated: what one part fills is not in another's way. */
export const ownDatabase = async (env: Env, name: string): Promise<Env> => {
  const url = new URL(env.DATABASE_URL);
  const database = `${url.pathname.slice(1)}_${name}`;
  const connection = await createConnection({ uri: env.DATABASE_URL });
  await connection.query(`CREATE DATABASE ${connection.escapeId(database)}`);
  await connection.end();
  url.pathname = `/${database}`;
  const own = { ...env, DATABASE_URL: url.toString() };
  await runMigrations(own.DATABASE_URL);
  return own;
};
