import { Inject, Injectable } from '@nestjs/common';
import type { Redis } from 'ioredis';
import { RateLimiterMemory, RateLimiterRedis, RateLimiterRes } from 'rate-limiter-flexible';
import { refusePlatform } from '../web/platform-refusals';

export const REDIS = Symbol('redis');

export interface RateLimit {
  /** Names the limit, for example `login`. */
  readonly name: string;
  /** Tries in one window. */
  readonly points: number;
  readonly windowSeconds: number;
}

/** Limits that all processes share, in Redis. While Redis is away each process counts for itself: never unlimited. */
@Injectable()
export class RateLimits {
  private readonly limiters = new Map<string, RateLimiterRedis>();

  constructor(@Inject(REDIS) private readonly redis: Redis) {}

  /** Takes one try of `subject`; throws TooManyTries with `retryAfterSeconds` when none is left. */
  async consume(limit: RateLimit, subject: string): Promise<void> {
    try {
      await this.limiter(limit).consume(subject);
    } catch (refused) {
      if (!(refused instanceof RateLimiterRes)) throw refused;
      throw refusePlatform('TooManyTries', { retryAfterSeconds: Math.max(1, Math.ceil(refused.msBeforeNext / 1000)) });
    }
  }

  /** Gives one try back, after a success: then only failures count, and parallel tries cannot pass the limit. */
  async giveBack(limit: RateLimit, subject: string): Promise<void> {
    await this.limiter(limit).reward(subject);
  }

  /** Forgets the tries of `subject`, after a success. */
  async forgive(limit: RateLimit, subject: string): Promise<void> {
    await this.limiter(limit).delete(subject);
  }

  private limiter(limit: RateLimit): RateLimiterRedis {
    const known = this.limiters.get(limit.name);
    if (known) return known;
    const options = { keyPrefix: `limit:${limit.name}`, points: limit.points, duration: limit.windowSeconds };
    const limiter = new RateLimiterRedis({
      ...options,
      storeClient: this.redis,
      insuranceLimiter: new RateLimiterMemory(options),
    });
    this.limiters.set(limit.name, limiter);
    return limiter;
  }
}
