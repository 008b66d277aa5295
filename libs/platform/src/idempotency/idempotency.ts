import { createHash } from 'node:crypto';
import type { Clock, Outcome } from '@fanloop/kernel';
import { accept, reject } from '@fanloop/kernel';
import { Inject, Injectable } from '@nestjs/common';
import { CLOCK } from '../clock/clock';
import { isDuplicateEntry } from '../database/errors';
import { json } from '../database/sql';
import type { Tx } from '../database/tx';
import { randomId } from '../random/random-code';
import { refusePlatform } from '../web/platform-refusals';
import { canonicalJson } from './canonical-json';

/** What makes two requests the same: who and what (`scope`), the caller's key, and the input. */
export interface IdempotencyClaim {
  /** Use case and caller, for example `counter.record-purchase:staff:12`. At most 96 characters. Answers must be plain JSON. */
  readonly scope: string;
  readonly key: string;
  readonly input: unknown;
}

interface KeyRow {
  key_id: string;
  request_hash: string;
  answer: string | null;
  claimed_by: string;
}

const KEY = /^[A-Za-z0-9_-]{8,64}$/;

/** Same key and same input: the stored answer. Same key, other input: a refusal. In the caller's own transaction. */
@Injectable()
export class Idempotency {
  constructor(@Inject(CLOCK) private readonly clock: Clock) {}

  async run<T>(tx: Tx, claim: IdempotencyClaim, work: () => Promise<T>): Promise<T> {
    assertKey(claim.key);
    const hash = hashOf(claim.input);
    const stored = await this.claim(tx, claim, hash);
    if (stored) return answerOf<T>(stored, hash);
    const answer = await work();
    await tx.execute('UPDATE platform_idempotency_key SET answer = ? WHERE key_id = ?', [
      JSON.stringify(answer),
      nameOf(claim),
    ]);
    return answer;
  }

  /** Waits for a parallel transaction with the same key (the unique index holds it), then reads what that one stored. */
  private async claim(tx: Tx, claim: IdempotencyClaim, hash: string): Promise<KeyRow | null> {
    try {
      await tx.execute(
        'INSERT INTO platform_idempotency_key (key_id, scope, request_hash, claimed_by, created_at) VALUES (?, ?, ?, ?, ?)',
        [nameOf(claim), claim.scope, hash, '', this.clock.now()],
      );
      return null;
    } catch (error) {
      if (!isDuplicateEntry(error)) throw error;
      const [row] = await tx.query<KeyRow>('SELECT * FROM platform_idempotency_key WHERE key_id = ? FOR UPDATE', [
        nameOf(claim),
      ]);
      return row ?? null;
    }
  }

  /**
   * The same for a batch: `work` gets the positions that are new and answers one outcome for each of them; repeated
   * commands get the stored answer (or that of their twin in this batch). A refused command leaves no key behind.
   */
  async runMany<T>(
    tx: Tx,
    claims: readonly IdempotencyClaim[],
    work: (fresh: readonly number[]) => Promise<Outcome<T>[]>,
  ): Promise<Outcome<T>[]> {
    const rows = await this.claimMany(tx, claims);
    const outcomes = new Array<Outcome<T>>(claims.length);
    const first = new Map<string, number>();
    const fresh: number[] = [];
    claims.forEach((claim, i) => {
      const name = nameOf(claim);
      if (rows.mine.has(name) && !first.has(name)) {
        first.set(name, i);
        fresh.push(i);
      }
    });
    const done = fresh.length > 0 ? await work(fresh) : [];
    fresh.forEach((position, i) => {
      outcomes[position] = done[i]!;
    });
    claims.forEach((claim, i) => {
      const twin = first.get(nameOf(claim));
      if (twin === i) return;
      const hash = hashOf(claim.input);
      if (twin === undefined) outcomes[i] = capture(() => answerOf<T>(rows.stored.get(nameOf(claim))!, hash));
      else
        outcomes[i] =
          hashOf(claims[twin]!.input) === hash ? outcomes[twin]! : reject(refusePlatform('IdempotencyKeyReused'));
    });
    await this.settle(
      tx,
      fresh.map((position) => ({ claim: claims[position]!, outcome: outcomes[position]! })),
    );
    return outcomes;
  }

  private async claimMany(tx: Tx, claims: readonly IdempotencyClaim[]) {
    for (const claim of claims) assertKey(claim.key);
    const batch = randomId();
    const now = this.clock.now();
    const unique = new Map(claims.map((claim) => [nameOf(claim), claim] as const));
    const sorted = [...unique.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, claim]) => claim);
    await tx.execute(
      'INSERT INTO platform_idempotency_key (key_id, scope, request_hash, claimed_by, created_at) VALUES ? ON DUPLICATE KEY UPDATE key_id = VALUES(key_id)',
      [sorted.map((claim) => [nameOf(claim), claim.scope, hashOf(claim.input), batch, now])],
    );
    const rows = await tx.query<KeyRow>('SELECT * FROM platform_idempotency_key WHERE key_id IN (?)', [
      sorted.map(nameOf),
    ]);
    const named = rows.map((row) => [row.key_id, row] as const);
    return {
      mine: new Set(named.filter(([, row]) => row.claimed_by === batch).map(([name]) => name)),
      stored: new Map(named),
    };
  }

  private async settle<T>(tx: Tx, done: readonly { claim: IdempotencyClaim; outcome: Outcome<T> }[]): Promise<void> {
    const now = this.clock.now();
    const answers = done.flatMap(({ claim, outcome }) =>
      outcome.ok ? [[nameOf(claim), claim.scope, hashOf(claim.input), '', now, JSON.stringify(outcome.value)]] : [],
    );
    const refused = done.flatMap(({ claim, outcome }) => (outcome.ok ? [] : [nameOf(claim)]));
    if (answers.length > 0)
      await tx.execute(
        'INSERT INTO platform_idempotency_key (key_id, scope, request_hash, claimed_by, created_at, answer) VALUES ? ON DUPLICATE KEY UPDATE answer = VALUES(answer)',
        [answers],
      );
    if (refused.length > 0) await tx.execute('DELETE FROM platform_idempotency_key WHERE key_id IN (?)', [refused]);
  }
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** One fixed-size id of scope and key, so that a batch is found by one index. */
const nameOf = (claim: IdempotencyClaim): string => sha256(`${claim.scope}\n${claim.key}`);

const hashOf = (input: unknown): string => sha256(canonicalJson(input));

const assertKey = (key: string): void => {
  if (!KEY.test(key)) throw refusePlatform('IdempotencyKeyMissing');
};

const answerOf = <T>(row: KeyRow, hash: string): T => {
  if (row.request_hash !== hash) throw refusePlatform('IdempotencyKeyReused');
  return json<T>(row.answer);
};

const capture = <T>(read: () => T): Outcome<T> => {
  try {
    return accept(read());
  } catch (error) {
    if (error instanceof Error && error.name === 'Refusal') return reject(error as never);
    throw error;
  }
};
