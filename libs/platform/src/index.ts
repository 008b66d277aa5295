export * from './api-keys/api-keys';
export * from './api-keys/authenticate-key';
export * from './api-keys/key-secret';
export * from './audit/audit.read';
export * from './audit/audit-log';
export * from './batching/group-commit';
export * from './batching/shared-look-up';
export * from './calendar/business-calendar';
export * from './calendar/chinese-calendar';
export * from './clock/clock';
export * from './crypto/field-cipher';
export * from './database/data-source-options';
export * from './database/errors';
export * from './database/reader';
export * from './database/sql';
export * from './database/tx';
export * from './database/unit-of-work';
export * from './idempotency/idempotency';
export * from './limits/rate-limits';
export * from './media/media';
export * from './operations/logging';
export * from './operations/metrics';
export * from './outbox/dead-letters';
export * from './outbox/deliver';
export * from './outbox/drain';
export * from './outbox/event-handler';
export * from './outbox/outbox';
export * from './outbox/relay';
export * from './platform.module';
export * from './random/random-code';
export * from './sessions/authenticate';
export * from './sessions/session-tokens';
export * from './sessions/sessions';
export * from './web/idempotency-key';
export * from './web/platform-refusals';
export * from './web/refusal.filter';

import { CreatePlatformTables1760000000001 } from './database/migrations/1760000000001-create-platform-tables';
import { CreateMedia1760000000002 } from './database/migrations/1760000000002-create-media';
import { CreateApiKeys1760000000003 } from './database/migrations/1760000000003-create-api-keys';
import { CountRepeatedRequests1760000000004 } from './database/migrations/1760000000004-count-repeated-requests';

export const platformMigrations = [
  CreatePlatformTables1760000000001,
  CreateMedia1760000000002,
  CreateApiKeys1760000000003,
  CountRepeatedRequests1760000000004,
];
