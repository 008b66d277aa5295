import type { Type } from '@nestjs/common';
import { TaggingController } from './console/tagging.controller';
import { OperationsController } from './operations/operations.controller';

/** Every controller of the api, by audience. */
export const controllers: Type<unknown>[] = [OperationsController, TaggingController];
