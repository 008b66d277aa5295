import { z } from 'zod';

const hexKey = z.string().regex(/^[0-9a-f]{64}$/i, 'needs 32 bytes, written as 64 hex digits (openssl rand -hex 32)');

/** Every setting of the deployment. `main.ts` reads it once; libraries get options, never the environment. */
export const envSchema = z.object({
  DATABASE_URL: z.url({ protocol: /^mysql$/ }).describe('mysql://user:password@host:port/database'),
  REDIS_URL: z.url({ protocol: /^rediss?$/ }).describe('redis://host:port'),
  HOST: z.string().default('127.0.0.1').describe('address to listen on'),
  PORT: z.coerce.number().int().min(0).max(65535).default(3000),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  BRAND_NAME: z.string().trim().min(1).max(24).default('官方').describe('who speaks in the feed'),
  BRAND_TIME_ZONE: z.string().default('Asia/Shanghai').describe('IANA zone of the business day'),
  WECHAT_BASE_URL: z.url().default('https://api.weixin.qq.com'),
  WECHAT_APP_ID: z.string().min(1),
  WECHAT_APP_SECRET: z.string().min(1),
  FIELD_KEY: hexKey.describe('encrypts personal fields'),
  BLIND_INDEX_KEY: hexKey.describe('finds encrypted fields'),
  MEMBER_CODE_KEY: hexKey.describe('makes the rotating member codes'),
});

export type Env = z.infer<typeof envSchema>;

/** Reads the environment; on a missing or wrong value it throws one message that names each of them and what it needs. */
export const readEnv = (source: NodeJS.ProcessEnv = process.env): Env => {
  const parsed = envSchema.safeParse(source);
  if (parsed.success) return parsed.data;
  const lines = parsed.error.issues.map((issue) => {
    const name = String(issue.path[0]);
    const field = envSchema.shape[name as keyof typeof envSchema.shape];
    return `  ${name}: ${issue.message}${field?.description ? ` — ${field.description}` : ''}`;
  });
  throw new Error(`The environment is not complete:\n${lines.join('\n')}\nSee .env.example.`);
};
