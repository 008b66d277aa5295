import type { Clock } from '@fanloop/kernel';
import { CLOCK, Reader } from '@fanloop/platform';
import { Inject, Injectable } from '@nestjs/common';
import type { CharsetName } from '../rules/codes/charset';
import type { KnownCodes as Known } from '../rules/codes/typed-code';
import { formOf } from './code-batch.repository';

const FRESH_MS = 2_000;

interface LookRow {
  pattern: string | null;
  charset: CharsetName | null;
  checked: number;
  least: number;
  most: number;
}

/**
 * What codes look like, remembered for two seconds: a wrong code is told without asking for it, however many come at once. Batches
 * that have ended are among them, because their codes are told so.
 */
@Injectable()
export class KnownCodes {
  private remembered: { readonly at: number; readonly known: Promise<Known> } | null = null;

  constructor(
    private readonly reader: Reader,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  get(): Promise<Known> {
    const at = this.clock.now().getTime();
    if (this.remembered && Math.abs(at - this.remembered.at) < FRESH_MS) return this.remembered.known;
    const known = this.read();
    this.remembered = { at, known };
    known.catch(() => {
      this.remembered = null;
    });
    return known;
  }

  private async read(): Promise<Known> {
    const rows = await this.reader.query<LookRow>(
      `SELECT pattern, charset, checked, MIN(least_length) AS least, MAX(most_length) AS most FROM coupons_code_batch
        WHERE state IN ('ready', 'ended') GROUP BY pattern, charset, checked`,
    );
    return {
      patterns: rows.flatMap((row) => formOf(row) ?? []),
      lengths: rows.flatMap(({ pattern, least, most }) => (pattern === null ? [{ least, most }] : [])),
    };
  }
}
