import { randomInt, randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { addMs, type Clock } from '@fanloop/kernel';
import { CLOCK } from '@fanloop/platform';
import { Inject, Injectable } from '@nestjs/common';
import { type AccessToken, isUsable } from '../rules/access-token';
import { refuse } from '../rules/refusals';
import { AccessTokenRepository, type Claim } from '../store/access-token.repository';
import { WechatFailure } from './wechat-failure';
import { WechatHttp } from './wechat-http';
import { timeoutOf, WECHAT_OPTIONS, type WechatOptions } from './wechat-options';

const PATH = '/cgi-bin/stable_token';

/**
 * The access token of this process. A fresh one is fetched by one process for all: whoever claims the shared row asks
 * WeChat, outside any transaction, and the others read what it wrote. Within a process all callers share one renewal.
 */
@Injectable()
export class AccessTokens {
  private held: AccessToken | null = null;
  private renewal: Promise<AccessToken> | null = null;

  constructor(
    private readonly repository: AccessTokenRepository,
    private readonly http: WechatHttp,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(WECHAT_OPTIONS) private readonly options: WechatOptions,
  ) {}

  /** A token that may be used now. */
  async usable(): Promise<AccessToken> {
    return isUsable(this.held, this.clock.now()) ? this.held : this.renewed(null);
  }

  /** A newer token than the one that WeChat has just refused. */
  async after(refused: AccessToken): Promise<AccessToken> {
    if (this.held && this.held.generation > refused.generation && isUsable(this.held, this.clock.now()))
      return this.held;
    return this.renewed(refused);
  }

  private async renewed(refused: AccessToken | null): Promise<AccessToken> {
    if (this.renewal) {
      const token = await this.renewal;
      // Began before the refusal and may have brought the very token that was refused.
      if (!refused || token.generation > refused.generation) return token;
    }
    this.renewal ??= this.renew(refused).finally(() => {
      this.renewal = null;
    });
    return this.renewal;
  }

  private async renew(refused: AccessToken | null): Promise<AccessToken> {
    // Long enough for one other process to fail or die and for this one to try after it.
    const givingUpAfter = performance.now() + this.leaseSeconds * 2000;
    do {
      const stored = await this.repository.current(this.options.appId);
      if (isUsable(stored.token, this.clock.now()) && stored.generation > (refused?.generation ?? 0))
        return this.hold(stored.token);
      const claim = { appId: this.options.appId, generation: stored.generation, claimant: randomUUID() };
      const mine = await this.repository.claim(claim, this.leaseSeconds);
      const token = mine ? await this.fetchAndStore(claim, refused) : null;
      if (token) return this.hold(token);
      await sleep(randomInt(20, 60));
    } while (performance.now() < givingUpAfter);
    throw refuse('WechatBusy');
  }

  private async fetchAndStore(claim: Claim, refused: AccessToken | null): Promise<AccessToken | null> {
    try {
      const first = await this.fetch(false);
      // WeChat refused the token and hands it out again: only force makes it issue another one.
      const grant = first.token === refused?.token ? await this.fetch(true) : first;
      return await this.repository.replace(claim, grant);
    } catch (error) {
      await this.repository.release(claim);
      throw error;
    }
  }

  private async fetch(force: boolean): Promise<{ token: string; issuedAt: Date; expiresAt: Date }> {
    // Read before the call: the token then ends for us a little earlier than for WeChat, never later.
    const issuedAt = this.clock.now();
    const answer = await this.http.call({
      api: 'stable_token',
      path: PATH,
      body: {
        grant_type: 'client_credential',
        appid: this.options.appId,
        secret: this.options.appSecret,
        force_refresh: force,
      },
    });
    const fields = answer.kind === 'json' ? answer.fields : {};
    const seconds = Number(fields.expires_in);
    if (typeof fields.access_token !== 'string' || !(seconds > 0))
      throw new WechatFailure('stable_token', null, 'the answer holds no token');
    return { token: fields.access_token, issuedAt, expiresAt: addMs(issuedAt, seconds * 1000) };
  }

  private hold(token: AccessToken): AccessToken {
    if (!this.held || token.generation >= this.held.generation) this.held = token;
    return token;
  }

  /** Two calls may be needed under one claim, each within its timeout. */
  private get leaseSeconds(): number {
    return Math.ceil((2 * timeoutOf(this.options)) / 1000) + 2;
  }
}
