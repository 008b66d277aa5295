import { RefusalFilter } from '@fanloop/platform';
import { DynamicModule, Module } from '@nestjs/common';
import { APP_FILTER, APP_PIPE } from '@nestjs/core';
import { TerminusModule } from '@nestjs/terminus';
import { ZodValidationPipe } from 'nestjs-zod';
import { contextModules } from '../../../config/contexts';
import type { Env } from '../../../config/env';
import { AuthModule } from './auth';
import { AdjustmentRequestViews } from './console/adjustment-request-views';
import { controllers } from './controllers';
import { RuleNames } from './rule-names';

/** The HTTP edge: validates, knows who calls, makes a command, answers. No decisions here. */
@Module({})
export class AppModule {
  static forRoot(env: Env): DynamicModule {
    return {
      module: AppModule,
      imports: [TerminusModule.forRoot({ logger: false }), ...contextModules(env), AuthModule],
      controllers,
      providers: [
        RuleNames,
        AdjustmentRequestViews,
        { provide: APP_FILTER, useClass: RefusalFilter },
        { provide: APP_PIPE, useClass: ZodValidationPipe },
      ],
    };
  }
}
