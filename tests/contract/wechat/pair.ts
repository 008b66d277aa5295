import { FieldCipher, Reader, UnitOfWork } from '@fanloop/platform';
import type { DataSource } from 'typeorm';
import { createStandIn, type StandIn } from '../../../apps/wechat-stand-in/src/server';
import type { Limits } from '../../../apps/wechat-stand-in/src/world/options';
import { AccessTokens } from '../../../libs/wechat/src/gateway/access-tokens';
import { MiniProgramGateway } from '../../../libs/wechat/src/gateway/mini-program.gateway';
import { WechatHttp } from '../../../libs/wechat/src/gateway/wechat-http';
import type { WechatOptions } from '../../../libs/wechat/src/gateway/wechat-options';
import { AccessTokenRepository } from '../../../libs/wechat/src/store/access-token.repository';
import { FixedClock } from '../../support/fixed-clock';

export const APP = { appId: 'wx0000000000000001', appSecret: 'test-secret-of-the-app' };

export interface ListeningStandIn extends StandIn {
  readonly url: string;
  /** A POST to the stand-in's own interface. */
  own<Body = Record<string, unknown>>(path: string, body?: unknown): Promise<Body>;
  /** How often a path of WeChat's interface was called. */
  callsOf(path: string): number;
}

/** A stand-in on a port of its own. */
export const listenStandIn = async (
  limits: Partial<Limits> = {},
  releasedPages?: readonly string[],
): Promise<ListeningStandIn> => {
  const standIn = createStandIn({ ...APP, limits, releasedPages });
  const url = await standIn.app.listen({ port: 0, host: '127.0.0.1' });
  const own = async <Body>(path: string, body: unknown = {}): Promise<Body> => {
    const answer = await fetch(`${url}/stand-in/${path}`, { method: 'POST', body: JSON.stringify(body) });
    const text = await answer.text();
    return (text === '' ? {} : JSON.parse(text)) as Body;
  };
  return { ...standIn, url, own, callsOf: (path) => standIn.world.calls.list(path).length };
};

export const codeOf = async (standIn: ListeningStandIn, kind: 'login' | 'phone', personId = 'p1'): Promise<string> =>
  (await standIn.own<{ code: string }>(kind, { personId })).code;

export type RepositoryClass = new (
  ...args: ConstructorParameters<typeof AccessTokenRepository>
) => AccessTokenRepository;

export interface GatewayParts {
  readonly gateway: MiniProgramGateway;
  readonly tokens: AccessTokens;
  readonly clock: FixedClock;
}

const CIPHER = new FieldCipher({ fieldKey: 'a'.repeat(64), blindIndexKey: 'b'.repeat(64) });

/** The gateway as one process has it: its own memory, and the connections of the given data source. */
export const gatewayOn = (
  dataSource: DataSource,
  options: Partial<WechatOptions> & Pick<WechatOptions, 'baseUrl'>,
  Repository: RepositoryClass = AccessTokenRepository,
): GatewayParts => {
  const whole: WechatOptions = { ...APP, timeoutMs: 5000, ...options };
  const clock = new FixedClock();
  const http = new WechatHttp(whole);
  const repository = new Repository(new UnitOfWork(dataSource), new Reader(dataSource), CIPHER);
  const tokens = new AccessTokens(repository, http, clock, whole);
  return { gateway: new MiniProgramGateway(http, tokens, whole), tokens, clock };
};
