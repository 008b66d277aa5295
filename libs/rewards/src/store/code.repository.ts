import { chunks, FieldCipher, type Tx } from '@fanloop/platform';
import { Injectable } from '@nestjs/common';
import { refuse } from '../rules/refusals';

const CONTEXT = 'rewards_code.code_text';
const ROWS = 500;

/** Imported codes, each given once. */
@Injectable()
export class CodeRepository {
  constructor(private readonly cipher: FieldCipher) {}

  /** Those that the item does not have yet; answers how many. The item's row is locked by the caller. */
  async import(tx: Tx, itemId: string, codes: readonly string[], now: Date): Promise<number> {
    const indexed = codes.map((code) => ({ code, index: this.cipher.blindIndex(code, CONTEXT) }));
    let added = 0;
    for (const part of chunks(indexed, ROWS)) {
      const known = await tx.query<{ code_index: string }>(
        'SELECT code_index FROM rewards_code WHERE item_id = ? AND code_index IN (?)',
        [itemId, part.map(({ index }) => index)],
      );
      const held = new Set(known.map((row) => row.code_index));
      const fresh = part.filter(({ index }) => !held.has(index));
      if (fresh.length === 0) continue;
      await tx.execute('INSERT INTO rewards_code (item_id, code_index, code_text, imported_at) VALUES ?', [
        fresh.map(({ code, index }) => [itemId, index, this.cipher.encrypt(code, CONTEXT), now]),
      ]);
      added += fresh.length;
    }
    return added;
  }

  /** Gives the oldest free code to a reward. What another transaction holds is passed over. */
  async give(tx: Tx, itemId: string, rewardId: string): Promise<void> {
    const [free] = await tx.query<{ id: string }>(
      `SELECT id FROM rewards_code WHERE item_id = ? AND reward_id IS NULL ORDER BY id LIMIT 1
        FOR UPDATE SKIP LOCKED`,
      [itemId],
    );
    // The stock counts the free codes and was taken before: none is left only where somebody wrote past it.
    if (!free) throw refuse('SoldOut');
    const given = await tx.execute('UPDATE rewards_code SET reward_id = ? WHERE id = ? AND reward_id IS NULL', [
      rewardId,
      free.id,
    ]);
    if (given.affectedRows !== 1) throw new Error(`code ${free.id} changed under its lock`);
  }

  read(stored: string): string {
    return this.cipher.decrypt(stored, CONTEXT);
  }
}
