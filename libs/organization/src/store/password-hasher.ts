import { randomToken } from '@fanloop/platform';
import { Injectable } from '@nestjs/common';
import { hash, verify } from '@node-rs/argon2';

/** Passwords by argon2id with the library's recommended cost (19 MiB, 2 passes), off the event loop. */
@Injectable()
export class PasswordHasher {
  private decoy: Promise<string> | null = null;

  hash(password: string): Promise<string> {
    return hash(password);
  }

  /**
   * False also where there is nothing to compare with, after the same work: the time of the answer does not tell
   * whether an account exists.
   */
  async matches(password: string, stored: string | null): Promise<boolean> {
    this.decoy ??= hash(randomToken());
    const matched = await verify(stored ?? (await this.decoy), password);
    return matched && stored !== null;
  }
}
