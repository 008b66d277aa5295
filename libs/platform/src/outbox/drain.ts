import { Injectable } from '@nestjs/common';
import { Deliver } from './deliver';
import { Relay } from './relay';

/** Relays and handles everything that is pending, here and now, without a queue: for the import command and for tests. */
@Injectable()
export class DrainOutbox {
  constructor(
    private readonly relay: Relay,
    private readonly deliver: Deliver,
  ) {}

  /** The number of deliveries that were handed to handlers. */
  async execute(): Promise<number> {
    let handled = 0;
    for (;;) {
      const batches = [...(await this.relay.relay(2000)), ...(await this.relay.due(2000))];
      if (batches.length === 0) return handled;
      for (const batch of batches) {
        await this.deliver.execute(batch);
        handled += batch.outboxIds.length;
      }
    }
  }
}
