import { existsSync } from 'node:fs';
import { join, relative } from 'node:path';
import { addressOf } from '../settings/child-env';
import { readJson } from '../settings/json-file';
import type { Session } from '../settings/session';
import { table } from '../terminal/table';

/** What stands at the end of a start: where everything is, and who can log in. */
export const addressTable = (session: Session, frontEnds: boolean): string => {
  const { ports } = session;
  const rows = [
    ...(frontEnds
      ? [
          ['mini-program (h5)', `${addressOf(ports.miniapp)}/`, 'for shoppers and clerks'],
          ['console', `${addressOf(ports.console)}/`, 'for managers'],
        ]
      : []),
    ['API', `${addressOf(ports.api)}/api`, `documents: ${addressOf(ports.api)}/docs`],
    ['worker', `${addressOf(ports.worker)}/metrics`, 'jobs and sweeps'],
    ['WeChat stand-in', `${addressOf(ports.standIn)}/`, 'choose which WeChat person you are'],
    ['MariaDB', session.ownDatabase ? 'your own' : `127.0.0.1:${ports.mariadb}`, 'see .env.example: DATABASE_URL'],
    ['Redis', session.ownRedis ? 'your own' : `127.0.0.1:${ports.redis}`, 'see .env.example: REDIS_URL'],
  ];
  const logs = relative(session.folders.root, session.folders.logs) || session.folders.logs;
  return [table(rows), ...loginTable(session), '', `  Logs: ${logs}/   Ctrl-C stops everything.`].join('\n');
};

/** The seed writes `logins.json`: a list of flat objects; their keys become the columns. */
const loginTable = (session: Session): string[] => {
  const path = join(session.folders.data, 'logins.json');
  if (!existsSync(path)) return [];
  const logins = readJson(path);
  if (!Array.isArray(logins) || logins.length === 0) return [];
  const columns = [...new Set(logins.flatMap((login) => Object.keys(login as object)))];
  const rows = logins.map((login) => columns.map((column) => String((login as Record<string, unknown>)[column] ?? '')));
  return ['', '  Ready log-ins', table([columns, ...rows])];
};
