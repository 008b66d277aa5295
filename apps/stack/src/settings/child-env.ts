import { createPublicKey } from 'node:crypto';
import { join } from 'node:path';
import { mariaDbUrl } from '../servers/mariadb';
import { redisUrl } from '../servers/redis';
import type { Ports } from './chosen-ports';
import { type Folders } from './folders';
import type { Secrets } from './secrets';

/** The addresses of the servers: those of one's own where the environment names them, else the private ones. */
export const databaseUrl = (ports: Ports, secrets: Secrets): string =>
  process.env['DATABASE_URL'] || mariaDbUrl(ports.mariadb, secrets.databasePassword);

export const redisAddress = (ports: Ports, secrets: Secrets): string =>
  process.env['REDIS_URL'] || redisUrl(ports.redis, secrets.redisPassword);

export const addressOf = (port: number): string => `http://127.0.0.1:${port}`;

/** What every process of the product gets. A variable that is already set wins over what was made here. */
export const childEnv = (folders: Folders, ports: Ports, secrets: Secrets): NodeJS.ProcessEnv => {
  const own = process.env;
  return {
    ...own,
    NODE_ENV: own['NODE_ENV'] ?? 'production',
    TZ: 'UTC',
    HOST: '127.0.0.1',
    DATABASE_URL: databaseUrl(ports, secrets),
    REDIS_URL: redisAddress(ports, secrets),
    WECHAT_BASE_URL: own['WECHAT_BASE_URL'] || addressOf(ports.standIn),
    WECHAT_APP_ID: own['WECHAT_APP_ID'] || secrets.wechatAppId,
    WECHAT_APP_SECRET: own['WECHAT_APP_SECRET'] || secrets.wechatAppSecret,
    ...payEnv(ports, secrets),
    FIELD_KEY: own['FIELD_KEY'] || secrets.fieldKey,
    BLIND_INDEX_KEY: own['BLIND_INDEX_KEY'] || secrets.blindIndexKey,
    MEMBER_CODE_KEY: own['MEMBER_CODE_KEY'] || secrets.memberCodeKey,
    BRAND_NAME: own['BRAND_NAME'] || '禾叶茶铺',
    BRAND_TIME_ZONE: own['BRAND_TIME_ZONE'] || 'Asia/Shanghai',
    LOG_LEVEL: own['LOG_LEVEL'] || 'info',
    LOGINS_FILE: join(folders.data, 'logins.json'),
    STAND_IN_DATA: join(folders.data, 'stand-in'),
    API_URL: addressOf(ports.api),
    CONSOLE_URL: addressOf(ports.console),
    MINIAPP_URL: addressOf(ports.miniapp),
    STAND_IN_URL: addressOf(ports.standIn),
  };
};

/** WeChat Pay: one's own merchant where the environment names one, else the stand-in's, with keys that were made for both. */
const payEnv = (ports: Ports, secrets: Secrets): NodeJS.ProcessEnv => {
  if (process.env['WECHAT_PAY_MERCHANT_ID']) return {};
  return {
    WECHAT_PAY_BASE_URL: addressOf(ports.standIn),
    WECHAT_PAY_MERCHANT_ID: secrets.payMerchantId,
    WECHAT_PAY_MERCHANT_SERIAL: secrets.payMerchantSerial,
    WECHAT_PAY_MERCHANT_KEY: secrets.payMerchantKey,
    WECHAT_PAY_API_V3_KEY: secrets.payApiV3Key,
    WECHAT_PAY_PUBLIC_KEY_ID: secrets.payPublicKeyId,
    WECHAT_PAY_PUBLIC_KEY: createPublicKey(secrets.payPlatformKey).export({ type: 'spki', format: 'pem' }).toString(),
    WECHAT_PAY_NOTIFY_URL: `${addressOf(ports.api)}/api/notify`,
    STAND_IN_PAY_PLATFORM_KEY: secrets.payPlatformKey,
  };
};
