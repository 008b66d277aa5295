import { Logger } from '@nestjs/common';
import type { DataSource } from 'typeorm';
import { AccessTokenRepository, type Claim } from '../../../libs/wechat/src/store/access-token.repository';
import {
  codeOf,
  type GatewayParts,
  gatewayOn,
  type ListeningStandIn,
  listenStandIn,
  type RepositoryClass,
} from '../../contract/wechat/pair';
import { usePrivateDatabase } from '../../support/private-database';
import { provesAbsent, type Violations } from '../../support/proves-absent';
import { waitUntil } from '../../support/wait-until';

const TOKEN = '/cgi-bin/stable_token';

/** Broken twin: everybody may refresh. */
class NobodyClaims extends AccessTokenRepository {
  override async claim(claim: Claim, leaseSeconds: number): Promise<boolean> {
    await super.claim(claim, leaseSeconds);
    return true;
  }
}

/** Broken twin: writes whatever it holds, without asking whether somebody else has been quicker. */
class WritesAnyway extends AccessTokenRepository {
  constructor(...args: ConstructorParameters<RepositoryClass>) {
    super(...args);
    this.unguarded = args[0];
  }
  private readonly unguarded: ConstructorParameters<RepositoryClass>[0];

  override async replace(claim: Claim, grant: { token: string; issuedAt: Date; expiresAt: Date }) {
    const { generation } = await this.current(claim.appId);
    await this.unguarded.run((tx) => tx.execute('UPDATE wechat_access_token SET claimed_by = ?', [claim.claimant]));
    return super.replace({ ...claim, generation }, grant);
  }
}

describe('many processes refresh one access token', () => {
  const database = usePrivateDatabase();
  let standIn: ListeningStandIn;
  let pools: DataSource[];

  beforeAll(async () => {
    // The gateway warns of each fault that these tests make.
    Logger.overrideLogger(false);
    standIn = await listenStandIn({ forcedRefreshGapSeconds: 0, forcedRefreshesPerDay: 1000 });
    pools = [await database.another(5), await database.another(5)];
  });
  afterAll(() => standIn.app.close());
  const reset = async (): Promise<void> => {
    await database.truncateAll();
    standIn.world.reset();
  };
  beforeEach(reset);

  const processes = (Repository: RepositoryClass, timeoutMs = 5000): GatewayParts[] =>
    pools.map((pool) => gatewayOn(pool, { baseUrl: standIn.url, timeoutMs }, Repository));
  const ask = async (one: GatewayParts): Promise<unknown> => one.gateway.phoneNumber(await codeOf(standIn, 'phone'));
  const askOften = async (all: readonly GatewayParts[], each: number): Promise<number> => {
    const asked = await Promise.allSettled(all.flatMap((one) => Array.from({ length: each }, () => ask(one))));
    return asked.filter((one) => one.status === 'rejected').length;
  };

  it('P9 two processes with 20 callers each meet an expired token: it is refreshed exactly once', async () => {
    const scenario = async (Repository: RepositoryClass): Promise<Violations> => {
      const all = processes(Repository);
      await askOften(all, 1);
      standIn.world.calls.reset();
      // WeChat's clock runs ahead of ours: both processes trust a token that WeChat takes for expired (42001).
      standIn.world.clock.moveTo(7_200_000);
      await standIn.own('faults', { path: TOKEN, mode: 'delay', delayMs: 60 });
      const failed = await askOften(all, 20);
      const refreshes = standIn.callsOf(TOKEN);
      return [
        ...(refreshes === 1 ? [] : [`${refreshes} refreshes`]),
        ...(failed === 0 ? [] : [`${failed} of 40 calls failed`]),
      ];
    };
    await provesAbsent({ scenario, sound: () => AccessTokenRepository, broken: () => NobodyClaims, reset });
  });

  it('P9 the first token of all is fetched exactly once by two processes with 20 callers each', async () => {
    const scenario = async (Repository: RepositoryClass): Promise<Violations> => {
      await standIn.own('faults', { path: TOKEN, mode: 'delay', delayMs: 60 });
      await askOften(processes(Repository), 20);
      const refreshes = standIn.callsOf(TOKEN);
      return refreshes === 1 ? [] : [`${refreshes} refreshes`];
    };
    await provesAbsent({ scenario, sound: () => AccessTokenRepository, broken: () => NobodyClaims, reset });
  });

  it('P9 a slow process whose claim ran out never overwrites the newer token', async () => {
    const scenario = async (Repository: RepositoryClass): Promise<Violations> => {
      const [slow, quick] = processes(Repository) as [GatewayParts, GatewayParts];
      // The slow one's token is issued at once, but reaches it late.
      await standIn.own('faults', { path: TOKEN, mode: 'delay', delayMs: 600, late: true });
      const asked = slow.tokens.usable();
      await waitUntil('the slow process asks WeChat', () => standIn.callsOf(TOKEN) === 1);
      await database.dataSource.query('UPDATE wechat_access_token SET claimed_until = UTC_TIMESTAMP(3)');
      // Meanwhile the token is replaced at WeChat, and the quick one learns the new one.
      standIn.world.tokens.forceStable();
      const newer = await quick.tokens.usable();
      const seen = await asked;
      const [third] = processes(Repository);
      const stored = await third!.tokens.usable();
      return [
        ...(stored.token === newer.token ? [] : ['an older token overwrote the newer one']),
        ...(seen.token === newer.token ? [] : ['the slow process goes on with its older token']),
      ];
    };
    await provesAbsent({ scenario, sound: () => AccessTokenRepository, broken: () => WritesAnyway, reset });
  });

  it('P9 a process that dies with the claim holds the others up only for its lease', async () => {
    const repository = (
      gatewayOn(pools[0]!, { baseUrl: standIn.url }).tokens as unknown as { repository: AccessTokenRepository }
    ).repository;
    const claim = { appId: 'wx0000000000000001', generation: 0, claimant: '00000000-0000-4000-8000-000000000000' };
    expect(await repository.claim(claim, 1)).toBe(true);
    expect(await repository.claim({ ...claim, claimant: '00000000-0000-4000-8000-000000000001' }, 1)).toBe(false);
    expect((await processes(AccessTokenRepository)[1]!.tokens.usable()).generation).toBe(1);
  });
});
