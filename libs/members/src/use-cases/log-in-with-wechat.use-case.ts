import type { MemberId } from '@fanloop/kernel';
import { type RateLimit, RateLimits, Sessions, type SessionTokens, type Tx, UnitOfWork } from '@fanloop/platform';
import { Injectable } from '@nestjs/common';
import { IdentityRepository } from '../store/identity.repository';
import { WechatPeople } from '../store/wechat-people';

/** Codes that WeChat did not know, from one address in five minutes. */
const BY_ADDRESS: RateLimit = { name: 'wechat-log-in', points: 60, windowSeconds: 300 };

export interface WechatLogIn {
  readonly identityId: string;
  /** null: a visitor, who has not enrolled. */
  readonly memberId: MemberId | null;
  readonly tokens: SessionTokens;
}

/**
 * The silent log-in: WeChat says who it is, nobody is asked anything, and nothing but WeChat's own pseudonymous ids is
 * kept. A unionid that a member has already brings its member along.
 */
@Injectable()
export class LogInWithWechat {
  constructor(
    private readonly wechat: WechatPeople,
    private readonly limits: RateLimits,
    private readonly unitOfWork: UnitOfWork,
    private readonly identities: IdentityRepository,
    private readonly sessions: Sessions,
  ) {}

  async execute(command: { readonly code: string; readonly ip: string }): Promise<WechatLogIn> {
    await this.limits.consume(BY_ADDRESS, command.ip);
    const person = await this.wechat.person(command.code);
    await this.limits.giveBack(BY_ADDRESS, command.ip);
    return this.unitOfWork.run(async (tx) => {
      const { identityId, memberId } = await this.recognise(tx, person);
      return { identityId, memberId, tokens: await this.sessions.open(tx, 'wechat', identityId) };
    });
  }

  private async recognise(
    tx: Tx,
    person: { openid: string; unionid: string | null },
  ): Promise<{ identityId: string; memberId: MemberId | null }> {
    const openid = { kind: 'miniapp-openid', value: person.openid };
    const unionid = person.unionid === null ? null : { kind: 'unionid', value: person.unionid };
    const rows = await this.identities.claim(tx, unionid ? [openid, unionid] : [openid]);
    const app = rows.get(this.identities.indexOf(openid))!;
    const union = unionid && rows.get(this.identities.indexOf(unionid))!;
    const memberId = app.memberId ?? union?.memberId ?? null;
    if (memberId !== null) {
      // Where both have a member and the members differ, each keeps its own: a person decides, not a log-in.
      const joining = [app, ...(union ? [union] : [])].filter((row) => row.memberId === null).map((row) => row.id);
      if (joining.length > 0) await this.identities.assign(tx, joining, memberId, true);
    }
    return { identityId: app.id, memberId };
  }
}
