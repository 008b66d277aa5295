import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { type Folders } from './folders';
import { readJson, writeJson } from './json-file';

/** Made once for a data folder: they encrypt what lies in it, so they live and die with it. */
export interface Secrets {
  readonly databasePassword: string;
  readonly redisPassword: string;
  readonly fieldKey: string;
  readonly blindIndexKey: string;
  readonly memberCodeKey: string;
  readonly wechatAppId: string;
  readonly wechatAppSecret: string;
}

const hex = (bytes: number): string => randomBytes(bytes).toString('hex');

const makeSecrets = (): Secrets => ({
  databasePassword: hex(16),
  redisPassword: hex(16),
  fieldKey: hex(32),
  blindIndexKey: hex(32),
  memberCodeKey: hex(32),
  // The form that WeChat gives them: wx and 16 hexadecimal digits; a secret of 32.
  wechatAppId: `wx${hex(8)}`,
  wechatAppSecret: hex(16),
});

/** Reads `.data/secrets.json`, or makes it (mode 0600) on the first start; a name that came later is added. */
export const loadSecrets = (folders: Folders): Secrets => {
  const path = join(folders.data, 'secrets.json');
  const stored = (readJson(path) ?? {}) as Partial<Secrets>;
  const secrets = { ...makeSecrets(), ...stored };
  if (Object.keys(secrets).length !== Object.keys(stored).length) writeJson(path, secrets);
  return secrets;
};
