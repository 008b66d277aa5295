import { WechatDoor } from '@fanloop/wechat';
import { Injectable } from '@nestjs/common';
import { normalPhone } from '../rules/phone';
import { refuse } from '../rules/refusals';

/** What this context asks of WeChat: who a log-in is, which phone he proved to have, whether a name is fit to be shown. */
@Injectable()
export class WechatPeople {
  constructor(private readonly wechat: WechatDoor) {}

  async person(logInCode: string): Promise<{ openid: string; unionid: string | null }> {
    const { openid, unionid } = await this.wechat.code2Session(logInCode);
    return { openid, unionid };
  }

  /** E.164. Refuses PhoneCodeInvalid (from WeChat) and PhoneInvalid. */
  async phone(phoneCode: string): Promise<string> {
    const { purePhoneNumber, countryCode } = await this.wechat.phoneNumber(phoneCode);
    const phone = normalPhone(purePhoneNumber, countryCode);
    if (phone === null) throw refuse('PhoneInvalid');
    return phone;
  }

  async assertFitName(openid: string, nickname: string): Promise<void> {
    const verdict = await this.wechat.checkText({ openid, scene: 'profile', text: nickname });
    if (verdict.suggest === 'risky') throw refuse('NicknameRejected');
  }
}
