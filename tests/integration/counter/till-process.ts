import { CounterModule } from '@fanloop/counter';
import { LoyaltyModule } from '@fanloop/loyalty';
import { MembersModule } from '@fanloop/members';
import { PlatformModule } from '@fanloop/platform';
import { WechatModule } from '@fanloop/wechat';
import type { Type } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import { databaseOptions } from '../../../config/data-source';
import { FixedClock } from '../../support/fixed-clock';
import type { PrivateDatabase } from '../../support/private-database';

/** What one process of the api holds to serve a till, without HTTP. Two of them share nothing but the database. */
export interface TillProcess {
  readonly clock: FixedClock;
  get<T>(token: Type<T>): T;
  close(): Promise<void>;
}

const key = (digit: string): string => digit.repeat(64);

export const openTillProcess = async (database: PrivateDatabase, clock = new FixedClock()): Promise<TillProcess> => {
  const wechat = WechatModule.forRoot({ appId: 'wx1', appSecret: 'none', baseUrl: 'http://127.0.0.1:9' });
  const members = MembersModule.forRoot({ memberCodeKey: key('c'), imports: [wechat] });
  const module = await Test.createTestingModule({
    imports: [
      PlatformModule.forRoot({
        dataSource: databaseOptions(database.url),
        redisUrl: database.redisUrl,
        keys: { fieldKey: key('a'), blindIndexKey: key('b') },
        brandTimeZone: 'Asia/Shanghai',
        clock,
      }),
      members,
      LoyaltyModule,
      CounterModule.forRoot({ imports: [members] }),
    ],
  }).compile();
  await module.init();
  return { clock, get: (token) => module.get(token, { strict: false }), close: () => module.close() };
};

/** So many processes for all tests of a file, on one clock. */
export const useTillProcesses = (database: PrivateDatabase, count = 1): readonly TillProcess[] => {
  const clock = new FixedClock();
  const open: TillProcess[] = [];
  beforeAll(async () => {
    for (let i = 0; i < count; i += 1) open.push(await openTillProcess(database, clock));
  });
  afterAll(async () => {
    for (const process of open) await process.close();
  });
  return Array.from({ length: count }, (_, i) => ({
    clock,
    get: (token) => open[i]!.get(token),
    close: () => open[i]!.close(),
  }));
};
