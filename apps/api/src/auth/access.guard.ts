import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { ACCESS, type Access } from './access';
import type { CalledRequest } from './caller';
import { Callers } from './callers';

/** Stands before every route and lets through whom the route has declared. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly callers: Callers,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const access = this.reflector.getAllAndOverride<Access | undefined>(ACCESS, [
      context.getHandler(),
      context.getClass(),
    ]);
    if (!access) throw new Error(`${context.getClass().name}.${context.getHandler().name} declares no audience`);
    const request = context.switchToHttp().getRequest<CalledRequest>();
    const caller = await this.callers.admit(request.headers['authorization'], access, request.ip);
    if (caller) request.caller = caller;
    return true;
  }
}
