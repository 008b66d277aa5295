import type { Permission } from '@fanloop/organization';
import type { ApiScope } from '@fanloop/platform';
import { applyDecorators, SetMetadata } from '@nestjs/common';
import { ApiBearerAuth } from '@nestjs/swagger';

/** Whom a route is for. A route that declares none keeps the api from starting. */
export type Access =
  | { readonly audience: 'public' | 'visitor' | 'member' }
  | { readonly audience: 'clerk'; readonly permission: Permission | null }
  | { readonly audience: 'console'; readonly permission: Permission | null }
  | { readonly audience: 'open'; readonly scope: ApiScope };

export const ACCESS = 'fanloop:access';

const declare = (access: Access): ClassDecorator & MethodDecorator =>
  applyDecorators(SetMetadata(ACCESS, access), ...(access.audience === 'public' ? [] : [ApiBearerAuth()]));

/** Anybody, without a session. */
export const ForPublic = () => declare({ audience: 'public' });

/** A WeChat person who logged in silently, enrolled or not: the caller is a visitor or a member. */
export const ForVisitor = () => declare({ audience: 'visitor' });

/** Members only; a visitor is answered `NotEnrolled`. */
export const ForMember = () => declare({ audience: 'member' });

/** Staff, by a bound WeChat identity or a console session. A permission is checked for "some store"; the store of the deed by the use case. */
export const ForClerk = (permission: Permission | null = null) => declare({ audience: 'clerk', permission });

/** Staff with a console session that holds the permission. */
export const ForConsole = (permission: Permission) => declare({ audience: 'console', permission });

/** Other systems, by an API key that holds the scope. */
export const ForOpen = (scope: ApiScope) => declare({ audience: 'open', scope });

/** Any staff with a console session: for what everybody may do with his own account. */
export const ForAnyStaff = () => declare({ audience: 'console', permission: null });
