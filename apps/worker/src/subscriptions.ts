import type { EventHandler } from '@fanloop/platform';
import type { Type } from '@nestjs/common';

/** Who reacts to which event: the handlers of all contexts, on one page. Each names its events and its consumer. */
export const subscriptions: Type<EventHandler>[] = [];
