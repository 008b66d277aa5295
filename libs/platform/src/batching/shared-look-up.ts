interface Asked<Key, Value> {
  readonly key: Key;
  readonly resolve: (value: Value) => void;
  readonly reject: (reason: unknown) => void;
}

const MOST_KEYS = 500;

/**
 * Look-ups of many requests in one query, as group commit does for writes: while one query is on its way, later askers
 * wait and share the next one. A lone asker waits one turn of the loop; nothing is cached, so an answer is never older
 * than its question. (A DataLoader joins only what is asked in the same tick, and requests from different sockets are not.)
 */
export class SharedLookUp<Key, Value> {
  private waiting: Asked<Key, Value>[] = [];
  private busy = false;

  /** `ask` answers one value per key, in order; keys may repeat. */
  constructor(private readonly ask: (keys: readonly Key[]) => Promise<readonly Value[]>) {}

  load(key: Key): Promise<Value> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ key, resolve, reject });
      this.wake();
    });
  }

  loadMany(keys: readonly Key[]): Promise<Value[]> {
    return Promise.all(keys.map((key) => this.load(key)));
  }

  private wake(): void {
    if (this.busy || this.waiting.length === 0) return;
    this.busy = true;
    setImmediate(() => {
      void this.answer().finally(() => {
        this.busy = false;
        this.wake();
      });
    });
  }

  private async answer(): Promise<void> {
    const batch = this.waiting.splice(0, MOST_KEYS);
    try {
      const values = await this.ask(batch.map((asked) => asked.key));
      if (values.length !== batch.length) throw new Error('shared look-up: one value per key is needed');
      for (const [i, asked] of batch.entries()) asked.resolve(values[i]!);
    } catch (error) {
      for (const asked of batch) asked.reject(error);
    }
  }
}
