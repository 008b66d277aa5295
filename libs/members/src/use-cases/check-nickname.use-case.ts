import { Reader } from '@fanloop/platform';
import { Injectable } from '@nestjs/common';
import { IdentityRepository } from '../store/identity.repository';
import { WechatPeople } from '../store/wechat-people';

/** Others will read the name in the community, so WeChat's content check reads it first. Refuses NicknameRejected. */
@Injectable()
export class CheckNickname {
  constructor(
    private readonly reader: Reader,
    private readonly identities: IdentityRepository,
    private readonly wechat: WechatPeople,
  ) {}

  async execute(command: { readonly identityId: string; readonly nickname: string }): Promise<void> {
    const row = await this.reader.one<{ value: string }>(
      "SELECT value_encrypted AS value FROM members_identity WHERE id = ? AND kind = 'miniapp-openid'",
      [command.identityId],
    );
    if (row) await this.wechat.assertFitName(this.identities.valueOf(row.value), command.nickname);
  }
}
