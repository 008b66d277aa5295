import { type MemberId, unwrap } from '@fanloop/kernel';
import { type RateLimit, RateLimits, Sessions, type SessionTokens, UnitOfWork } from '@fanloop/platform';
import { Injectable } from '@nestjs/common';
import { ConsentTextsRead } from '../reads/consent-texts.read';
import { judgeEnrolment } from '../rules/consent';
import { WechatPeople } from '../store/wechat-people';
import { type EnrolCommand, Enrolment } from './enrolment';

/** Phone codes that WeChat did not know, by one WeChat identity in a quarter of an hour. */
const BY_IDENTITY: RateLimit = { name: 'phone-code', points: 10, windowSeconds: 900 };

/** Phone numbers that WeChat vouches for. */
@Injectable()
export class VerifiedPhones {
  constructor(
    private readonly wechat: WechatPeople,
    private readonly limits: RateLimits,
  ) {}

  async of(identityId: string, phoneCode: string): Promise<string> {
    await this.limits.consume(BY_IDENTITY, identityId);
    const phone = await this.wechat.phone(phoneCode);
    await this.limits.giveBack(BY_IDENTITY, identityId);
    return phone;
  }
}

/**
 * A visitor becomes a member. The consents are judged before WeChat is asked for the phone number: without the required
 * one no personal data reaches us.
 */
@Injectable()
export class Enrol {
  constructor(
    private readonly texts: ConsentTextsRead,
    private readonly phones: VerifiedPhones,
    private readonly unitOfWork: UnitOfWork,
    private readonly enrolment: Enrolment,
    private readonly sessions: Sessions,
  ) {}

  async execute(command: EnrolCommand): Promise<{ memberId: MemberId; tokens: SessionTokens }> {
    const choices = unwrap(judgeEnrolment(await this.texts.current(), command.consents));
    const phone = await this.phones.of(command.identityId, command.phoneCode);
    return this.unitOfWork.run(async (tx) => {
      const memberId = await this.enrolment.enrol(tx, command, phone, choices);
      return { memberId, tokens: await this.sessions.open(tx, 'wechat', command.identityId) };
    });
  }
}
