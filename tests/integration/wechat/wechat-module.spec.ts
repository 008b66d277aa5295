import { PlatformModule } from '@fanloop/platform';
import { MiniProgramGateway, WechatDoor, WechatModule, wechatMigrations } from '@fanloop/wechat';
import { Test, type TestingModule } from '@nestjs/testing';
import { databaseOptions } from '../../../config/data-source';
import { APP, codeOf, type ListeningStandIn, listenStandIn } from '../../contract/wechat/pair';
import { usePrivateDatabase } from '../../support/private-database';

describe('the WeChat module on the platform', () => {
  const database = usePrivateDatabase();
  let standIn: ListeningStandIn;
  let module: TestingModule;

  beforeAll(async () => {
    standIn = await listenStandIn();
    const platform = PlatformModule.forRoot({
      dataSource: databaseOptions(database.url),
      redisUrl: database.redisUrl,
      keys: { fieldKey: 'a'.repeat(64), blindIndexKey: 'b'.repeat(64) },
      brandTimeZone: 'Asia/Shanghai',
    });
    const wechat = WechatModule.forRoot({ ...APP, baseUrl: standIn.url });
    module = await Test.createTestingModule({ imports: [platform, wechat] }).compile();
  });
  afterAll(async () => {
    await module.close();
    await standIn.app.close();
  });

  it('gives the gateway under its door name, at work through real parts', async () => {
    const door = module.get(WechatDoor);
    expect(door).toBe(module.get(MiniProgramGateway));
    expect((await door.phoneNumber(await codeOf(standIn, 'phone', 'p7'))).purePhoneNumber).toBe('19900000007');
  });

  it('takes its table away again', async () => {
    const runner = database.dataSource.createQueryRunner();
    const [migration] = wechatMigrations.map((Migration) => new Migration());
    await migration!.down(runner);
    expect(await runner.hasTable('wechat_access_token')).toBe(false);
    await migration!.up(runner);
    expect(await runner.hasTable('wechat_access_token')).toBe(true);
    await runner.release();
  });
});
