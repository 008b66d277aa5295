import { addressOf, childEnv } from './child-env';
import { choosePorts, type Ports } from './chosen-ports';
import { type Folders } from './folders';
import type { RunningNote } from './running-note';
import { loadSecrets, type Secrets } from './secrets';

/** All settings of one start, made once and handed down. */
export interface Session {
  readonly folders: Folders;
  readonly ports: Ports;
  readonly secrets: Secrets;
  readonly env: NodeJS.ProcessEnv;
  readonly ownDatabase: boolean;
  readonly ownRedis: boolean;
}

export const openSession = async (folders: Folders, say: (line: string) => void): Promise<Session> => {
  const secrets = loadSecrets(folders);
  const ports = await choosePorts(folders, say);
  return {
    folders,
    ports,
    secrets,
    env: childEnv(folders, ports, secrets),
    ownDatabase: Boolean(process.env['DATABASE_URL']),
    ownRedis: Boolean(process.env['REDIS_URL']),
  };
};

/** What others may know about this start. */
export const runningNoteOf = ({ ports }: Session, ready: boolean): RunningNote => ({
  pid: process.pid,
  ready,
  addresses: {
    api: addressOf(ports.api),
    console: addressOf(ports.console),
    miniapp: addressOf(ports.miniapp),
    standIn: addressOf(ports.standIn),
    worker: addressOf(ports.worker),
  },
});
