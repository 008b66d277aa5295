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

/** A claim as it is stored: one fixed-size id of scope and key, so that a batch is found by one index. */
interface NamedClaim {
  readonly id: string;
  readonly scope: string;
  /** Of the input. */
  readonly hash: string;
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
    const named = nameOf(claim);
    const stored = await this.claim(tx, named);
    if (stored) return answerOf<T>(stored, named.hash);
    const answer = await work();
    await tx.execute('UPDATE platform_idempotency_key SET answer = ? WHERE key_id = ?', [
      JSON.stringify(answer),
      named.id,
    ]);
    return answer;
  }

  /** Waits for a parallel transaction with the same key (the unique index holds it), then reads what that one stored. */
  private async claim(tx: Tx, { id, scope, hash }: NamedClaim): Promise<KeyRow | null> {
    try {
      await tx.execute(
        'INSERT INTO platform_idempotency_key (key_id, scope, request_hash, claimed_by, created_at) VALUES (?, ?, ?, ?, ?)',
        [id, scope, hash, '', this.clock.now()],
      );
      return null;
    } catch (error) {
      if (!isDuplicateEntry(error)) throw error;
      const [row] = await tx.query<KeyRow>('SELECT * FROM platform_idempotency_key WHERE key_id = ? FOR UPDATE', [id]);
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
    const named = claims.map(nameOf);
    const stored = await this.claimMany(tx, named);
    const outcomes = new Array<Outcome<T>>(claims.length);
    const first = new Map<string, number>();
    const fresh: number[] = [];
    named.forEach(({ id }, i) => {
      if (stored.has(id) || first.has(id)) return;
      first.set(id, i);
      fresh.push(i);
    });
    const done = fresh.length > 0 ? await work(fresh) : [];
    fresh.forEach((position, i) => {
      outcomes[position] = done[i]!;
    });
    named.forEach(({ id, hash }, i) => {
      const twin = first.get(id);
      if (twin === i) return;
      if (twin === undefined) outcomes[i] = capture(() => answerOf<T>(stored.get(id)!, hash));
      else outcomes[i] = named[twin]!.hash === hash ? outcomes[twin]! : reject(refusePlatform('IdempotencyKeyReused'));
    });
    await this.settle(
      tx,
      fresh.map((position) => ({ claim: named[position]!, outcome: outcomes[position]! })),
    );
    return outcomes;
  }

  /** Claims the keys that are new and answers the rows of the others: they are read only when the count tells of some. */
  private async claimMany(tx: Tx, claims: readonly NamedClaim[]): Promise<Map<string, KeyRow>> {
    const batch = randomId();
    const now = this.clock.now();
    const sorted = [...new Map(claims.map((claim) => [claim.id, claim])).values()].sort((a, b) =>
      a.id < b.id ? -1 : 1,
    );
    const written = await tx.execute(
      'INSERT INTO platform_idempotency_key (key_id, scope, request_hash, claimed_by, created_at) VALUES ? ON DUPLICATE KEY UPDATE repeats = repeats + 1',
      [sorted.map(({ id, scope, hash }) => [id, scope, hash, batch, now])],
    );
    // A new row counts one, a repeated key two.
    if (written.affectedRows === sorted.length) return new Map();
    const rows = await tx.query<KeyRow>('SELECT * FROM platform_idempotency_key WHERE key_id IN (?)', [
      sorted.map(({ id }) => id),
    ]);
    return new Map(rows.flatMap((row) => (row.claimed_by === batch ? [] : [[row.key_id, row] as const])));
  }

  private async settle<T>(tx: Tx, done: readonly { claim: NamedClaim; outcome: Outcome<T> }[]): Promise<void> {
    const now = this.clock.now();
    const answers = done.flatMap(({ claim: { id, scope, hash }, outcome }) =>
      outcome.ok ? [[id, scope, hash, '', now, JSON.stringify(outcome.value)]] : [],
    );
    const refused = done.flatMap(({ claim, outcome }) => (outcome.ok ? [] : [claim.id]));
    if (answers.length > 0)
      await tx.execute(
        'INSERT INTO platform_idempotency_key (key_id, scope, request_hash, claimed_by, created_at, answer) VALUES ? ON DUPLICATE KEY UPDATE answer = VALUES(answer)',
        [answers],
      );
    if (refused.length > 0) await tx.execute('DELETE FROM platform_idempotency_key WHERE key_id IN (?)', [refused]);
  }
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

const nameOf = ({ scope, key, input }: IdempotencyClaim): NamedClaim => {
  if (!KEY.test(key)) throw refusePlatform('IdempotencyKeyMissing');
  return { id: sha256(`${scope}\n${key}`), scope, hash: sha256(canonicalJson(input)) };
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
