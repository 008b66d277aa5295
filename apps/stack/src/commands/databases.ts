import { join } from 'node:path';
import { describeExit } from '../process/child';
import type { Supervisor } from '../process/supervisor';
import { prepareMariaDb } from '../servers/mariadb';
import { prepareRedis } from '../servers/redis';
import type { Session } from '../settings/session';
import type { Steps } from '../terminal/steps';
import { Trouble } from '../trouble';
import { isEmptySchema } from './empty-schema';
import { mariaDbPlan, mariaDbService, redisPlan, redisService } from './stack-services';

export interface Crew {
  readonly session: Session;
  readonly steps: Steps;
  readonly supervisor: Supervisor;
}

/** Brings MariaDB and Redis up, unless the environment names servers of one's own. */
export const startDatabases = async ({ session, steps, supervisor }: Crew): Promise<void> => {
  if (session.ownDatabase) steps.skip('MariaDB', 'DATABASE_URL names a server of your own');
  else
    await steps.run('MariaDB', async () => {
      const { created } = await prepareMariaDb(mariaDbPlan(session));
      await supervisor.start(mariaDbService(session));
      return `port ${session.ports.mariadb}${created ? ', new data folder' : ''}`;
    });
  if (session.ownRedis) steps.skip('Redis', 'REDIS_URL names a server of your own');
  else
    await steps.run('Redis', async () => {
      prepareRedis(redisPlan(session));
      await supervisor.start(redisService(session));
      return `port ${session.ports.redis}`;
    });
};

/** Runs the migrations; tells whether the schema was empty before, which means a first start. */
export const migrate = async ({ session, steps, supervisor }: Crew): Promise<{ wasEmpty: boolean }> => {
  let wasEmpty = false;
  await steps.run('migrations', async () => {
    wasEmpty = await isEmptySchema(String(session.env['DATABASE_URL']));
    const logFile = join(session.folders.logs, 'migrate.log');
    const { exit, tail } = await supervisor.task({
      name: 'migrations',
      file: process.execPath,
      args: [join(session.folders.root, 'dist/config/migrate.js')],
      env: session.env,
      cwd: session.folders.root,
      logFile,
    });
    if (exit.code !== 0)
      throw new Trouble(`The migrations ${describeExit(exit)}; no data was removed.`, [`Log: ${logFile}`, ...tail]);
    return wasEmpty ? 'all run on an empty schema' : 'up to date';
  });
  return { wasEmpty };
};
