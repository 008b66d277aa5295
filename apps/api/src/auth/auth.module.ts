import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { AccessGuard } from './access.guard';
import { Callers } from './callers';
import { DeclaredRoutes } from './declared-routes';
import { KeyCallers } from './key-callers';
import { LogOut } from './log-out';

/** Puts the guard before every route, and checks at the start that every route has declared whom it is for. */
@Module({
  providers: [KeyCallers, Callers, DeclaredRoutes, LogOut, { provide: APP_GUARD, useClass: AccessGuard }],
  exports: [LogOut],
})
export class AuthModule {}
