import { createHash } from 'node:crypto';
import { createPool, type Pool, type RowDataPacket } from 'mysql2/promise';

const PORTION = 1000;

/** The limit of everything that goes through the journal: its rows read by bare mysql2, each trace parsed. */
export class BareJournal {
  private readonly pool: Pool;

  constructor(databaseUrl: string) {
    this.pool = createPool({ uri: databaseUrl, connectionLimit: 1, timezone: 'Z', supportBigNumbers: true });
  }

  /** Answers how many rows there were. */
  async read(options: { readonly hashed: boolean }): Promise<number> {
    let rows = 0;
    for (let after = 0; ; ) {
      const [portion] = await this.pool.query<RowDataPacket[]>(
        'SELECT * FROM loyalty_entry WHERE id > ? ORDER BY id LIMIT ?',
        [after, PORTION],
      );
      if (portion.length === 0) return rows;
      for (const { trace } of portion) {
        const text = typeof trace === 'string' ? trace : JSON.stringify(trace);
        if (options.hashed) createHash('sha256').update(text).digest('hex');
        if (typeof trace === 'string') JSON.parse(text);
      }
      rows += portion.length;
      after = Number(portion.at(-1)!['id']);
    }
  }

  end(): Promise<void> {
    return this.pool.end();
  }
}
