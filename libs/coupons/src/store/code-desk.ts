import type { Clock } from '@fanloop/kernel';
import { CLOCK } from '@fanloop/platform';
import { Inject, Injectable } from '@nestjs/common';
import { CodeRepository } from './code.repository';
import { CodeSecrets } from './code-secrets';
import { KnownCodes } from './known-codes';

/** Where codes are handed in: what codes look like, how they are found, and the time. */
@Injectable()
export class CodeDesk {
  constructor(
    readonly known: KnownCodes,
    readonly codes: CodeRepository,
    readonly secrets: CodeSecrets,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  now(): Date {
    return this.clock.now();
  }
}
