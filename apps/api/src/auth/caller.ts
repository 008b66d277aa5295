import type { Permission, Role } from '@fanloop/organization';
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';

/** A WeChat person who logged in silently and is not a member (yet). */
export interface VisitorCaller {
  readonly kind: 'visitor';
  readonly identityId: string;
  readonly sessionId: string;
}

export interface MemberCaller {
  readonly kind: 'member';
  readonly memberId: string;
  readonly identityId: string;
  readonly sessionId: string;
}

export interface StaffCaller {
  readonly kind: 'staff';
  readonly staffId: string;
  readonly role: Role;
  /** The stores in which the permissions hold; null means every store. */
  readonly storeIds: readonly string[] | null;
  readonly permissions: readonly Permission[];
  readonly sessionId: string;
  readonly via: 'wechat' | 'console';
}

/** Another system, by its API key. */
export interface IntegrationCaller {
  readonly kind: 'integration';
  readonly keyId: string;
  readonly name: string;
}

/** Who calls: put on the request by `AccessGuard`. Routes `@ForVisitor()` get a visitor or a member. */
export type AnyCaller = VisitorCaller | MemberCaller | StaffCaller | IntegrationCaller;

/** A request as the guard sees and marks it. */
export interface CalledRequest {
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly ip: string;
  caller?: AnyCaller;
}

/** The caller of the request. @example me(@Caller() caller: MemberCaller) — import the type by `import type`. */
export const Caller = createParamDecorator(
  (_: unknown, context: ExecutionContext): AnyCaller | undefined =>
    context.switchToHttp().getRequest<CalledRequest>().caller,
);

/** The address that a request came from: for limits and the audit log. */
export const Address = createParamDecorator(
  (_: unknown, context: ExecutionContext): string => context.switchToHttp().getRequest<CalledRequest>().ip,
);
