import { Deliver, DeliveryBatch, Metrics, Relay } from '@fanloop/platform';
import { Logger } from '@nestjs/common';
import { Queue, Worker } from 'bullmq';
import Redis from 'ioredis';

const QUEUE = 'deliveries';
const RELAY_EVERY_MS = 250;
const DUE_EVERY_MS = 5_000;
const CONCURRENCY = 4;

/**
 * Carries deliveries over BullMQ: the relay puts them in, the workers of all processes take them out. The queue may lose
 * or repeat a job; the deliveries in MySQL are leased, so a lost one comes again and a repeated one does nothing.
 */
export class DeliveryQueue {
  private readonly logger = new Logger(DeliveryQueue.name);
  private readonly connection: Redis;
  private readonly queue: Queue<DeliveryBatch>;
  private readonly worker: Worker<DeliveryBatch>;
  private readonly timers: NodeJS.Timeout[] = [];
  private relaying = false;

  constructor(
    redisUrl: string,
    private readonly relay: Relay,
    private readonly deliver: Deliver,
    private readonly metrics: Metrics,
  ) {
    this.connection = new Redis(redisUrl, { maxRetriesPerRequest: null });
    this.connection.on('error', (error) => this.logger.warn({ error: error.message }, 'redis is away'));
    const connection = this.connection;
    this.queue = new Queue(QUEUE, { connection, defaultJobOptions: { removeOnComplete: true, removeOnFail: true } });
    this.worker = new Worker(QUEUE, (job) => this.run(job.data), { connection, concurrency: CONCURRENCY });
    const warn = (error: Error): void => this.logger.warn({ error: error.message }, 'the queue met an error');
    this.queue.on('error', warn);
    this.worker.on('error', warn);
  }

  start(): void {
    this.timers.push(
      setInterval(() => void this.tick(() => this.relay.relay()), RELAY_EVERY_MS),
      setInterval(() => void this.tick(() => this.relay.due()), DUE_EVERY_MS),
    );
  }

  async stop(): Promise<void> {
    for (const timer of this.timers) clearInterval(timer);
    await this.worker.close();
    await this.queue.close();
    this.connection.disconnect();
  }

  private async tick(next: () => Promise<DeliveryBatch[]>): Promise<void> {
    if (this.relaying) return;
    this.relaying = true;
    try {
      const batches = await next();
      if (batches.length > 0) await this.queue.addBulk(batches.map((data) => ({ name: data.consumer, data })));
    } catch (error) {
      this.logger.error({ err: error }, 'the relay failed; it tries again');
    } finally {
      this.relaying = false;
    }
  }

  private async run(batch: DeliveryBatch): Promise<void> {
    await this.deliver.execute(batch);
    this.metrics.deliveries.inc({ consumer: batch.consumer, result: 'handed' }, batch.outboxIds.length);
  }
}
