import { type ApiScope, AuthenticateKey, type RateLimit, RateLimits, refusePlatform } from '@fanloop/platform';
import { Injectable } from '@nestjs/common';
import type { IntegrationCaller } from './caller';

/** Wrong keys from one address, and requests of one key, within a minute. */
const WRONG_KEYS: RateLimit = { name: 'open-wrong-key', points: 20, windowSeconds: 60 };
const REQUESTS: RateLimit = { name: 'open-requests', points: 1200, windowSeconds: 60 };

/** Lets other systems in by their API keys. */
@Injectable()
export class KeyCallers {
  constructor(
    private readonly authenticate: AuthenticateKey,
    private readonly limits: RateLimits,
  ) {}

  /** Throws SessionInvalid, NotAllowed, TooManyTries. */
  async admit(secret: string, scope: ApiScope, ip: string): Promise<IntegrationCaller> {
    const key = await this.authenticate.execute(secret).catch((error: unknown) => this.countWrong(ip, error));
    await this.limits.consume(REQUESTS, key.keyId);
    if (!key.scopes.includes(scope)) throw refusePlatform('NotAllowed');
    return { kind: 'integration', keyId: key.keyId, name: key.name };
  }

  /** Only wrong keys count, so that a busy system is never mistaken for a guessing one. */
  private async countWrong(ip: string, error: unknown): Promise<never> {
    await this.limits.consume(WRONG_KEYS, ip);
    throw error;
  }
}
