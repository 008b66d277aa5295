import type { Clock } from '@fanloop/kernel';
import { Deliver, DrainOutbox, EVENT_HANDLERS, EventHandler, Relay } from '@fanloop/platform';
import { DynamicModule, Module } from '@nestjs/common';
import { contextModules } from '../../../config/contexts';
import type { Env } from '../../../config/env';
import { subscriptions } from './subscriptions';

/** The parts that carry events to their handlers; the tests and the commands use them without a queue. */
export const deliveryProviders = [
  { provide: EVENT_HANDLERS, useFactory: (...handlers: EventHandler[]) => handlers, inject: subscriptions },
  Relay,
  Deliver,
  DrainOutbox,
];

/** All contexts and the delivery of events, without HTTP: for the worker and for commands. */
@Module({})
export class WorkerModule {
  static forRoot(env: Env, more: { clock?: Clock } = {}): DynamicModule {
    return {
      module: WorkerModule,
      imports: [...contextModules(env, more)],
      providers: deliveryProviders,
      exports: deliveryProviders,
    };
  }
}
