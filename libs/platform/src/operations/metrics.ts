import { Injectable } from '@nestjs/common';
import { Counter, collectDefaultMetrics, Histogram, Registry } from 'prom-client';

/** Prometheus metrics of one process. Labels are route patterns and names, never ids. */
@Injectable()
export class Metrics {
  readonly registry = new Registry();
  readonly httpSeconds: Histogram<'method' | 'route' | 'status'>;
  readonly deliveries: Counter<'consumer' | 'result'>;

  constructor() {
    collectDefaultMetrics({ register: this.registry });
    this.httpSeconds = new Histogram({
      name: 'fanloop_http_request_seconds',
      help: 'Time from request to answer',
      labelNames: ['method', 'route', 'status'],
      buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
      registers: [this.registry],
    });
    this.deliveries = new Counter({
      name: 'fanloop_event_deliveries_total',
      help: 'Event deliveries handed to a consumer',
      labelNames: ['consumer', 'result'],
      registers: [this.registry],
    });
  }
}
