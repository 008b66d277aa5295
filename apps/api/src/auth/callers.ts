import { MembersDoor } from '@fanloop/members';
import { OrganizationDoor, type StaffAccess } from '@fanloop/organization';
import { Authenticate, type AuthenticatedSession, refusePlatform } from '@fanloop/platform';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import type { Access } from './access';
import type { AnyCaller, StaffCaller } from './caller';
import { KeyCallers } from './key-callers';
import { refuse } from './refusals';

type StaffRoute = Extract<Access, { audience: 'clerk' | 'console' }>;

const BEARER = /^Bearer ([A-Za-z0-9_-]{20,200})$/;

/**
 * Turns the bearer token of a request into a caller that the route's audience admits. Everything is read anew at each
 * request, so a revoked session, a closed account and a taken permission hold from the next request on.
 */
@Injectable()
export class Callers implements OnModuleInit {
  private organization: OrganizationDoor;
  private members: MembersDoor;

  constructor(
    private readonly authenticate: Authenticate,
    private readonly keys: KeyCallers,
    private readonly modules: ModuleRef,
  ) {}

  /** The contexts are configured by the deployment, so their doors are taken from the application, not imported. */
  onModuleInit(): void {
    this.organization = this.modules.get(OrganizationDoor, { strict: false });
    this.members = this.modules.get(MembersDoor, { strict: false });
  }

  async admit(authorization: string | undefined, access: Access, ip: string): Promise<AnyCaller | undefined> {
    if (access.audience === 'public') return undefined;
    const token = BEARER.exec(authorization ?? '')?.[1];
    if (access.audience === 'open') return this.keys.admit(token ?? '', access.scope, ip);
    if (!token) throw refusePlatform('SessionInvalid');
    const session = await this.authenticate.execute(token);
    if (access.audience === 'console' || access.audience === 'clerk') {
      const staff = await this.staff(session, access);
      if (access.permission && !staff.permissions.includes(access.permission)) throw refusePlatform('NotAllowed');
      return staff;
    }
    return this.person(session, access.audience);
  }

  private async person(session: AuthenticatedSession, audience: 'visitor' | 'member'): Promise<AnyCaller> {
    if (session.audience !== 'wechat') throw refuse('OtherAudience');
    const identity = await this.members.wechatIdentity(session.subject);
    if (!identity) throw refusePlatform('SessionInvalid');
    const { identityId, memberId } = identity;
    if (memberId) return { kind: 'member', memberId, identityId, sessionId: session.sessionId };
    if (audience === 'member') throw refuse('NotEnrolled');
    return { kind: 'visitor', identityId, sessionId: session.sessionId };
  }

  private async staff(session: AuthenticatedSession, { audience, permission }: StaffRoute): Promise<StaffCaller> {
    if (session.audience === 'staff') {
      const access = await this.organization.staffAccess(session.subject);
      if (!access) throw refusePlatform('SessionInvalid');
      if (access.mustChangePassword && permission !== null) throw refuse('PasswordMustChange');
      return callerOf(access, session, 'console');
    }
    if (audience === 'console' || session.audience !== 'wechat') throw refuse('OtherAudience');
    const access = await this.organization.staffAccessByIdentity(session.subject);
    if (!access) throw refuse('NotStaff');
    return callerOf(access, session, 'wechat');
  }
}

const callerOf = (access: StaffAccess, session: AuthenticatedSession, via: 'wechat' | 'console'): StaffCaller => ({
  kind: 'staff',
  staffId: access.staffId,
  role: access.role,
  storeIds: access.storeIds,
  permissions: access.permissions,
  sessionId: session.sessionId,
  via,
});
