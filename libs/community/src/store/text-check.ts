import { type MemberId, Refusal } from '@fanloop/kernel';
import { MembersDoor } from '@fanloop/members';
import { WechatDoor, WechatFailure } from '@fanloop/wechat';
import { Injectable, Logger } from '@nestjs/common';
import type { CheckResult } from '../rules/comment';

export interface CheckedText {
  readonly result: CheckResult;
  readonly label: number | null;
}

const UNCHECKED: CheckedText = { result: 'unchecked', label: null };

/** WeChat's opinion of what a member wants others to read. Asked before a transaction, never inside one. */
@Injectable()
export class TextCheck {
  private readonly logger = new Logger(TextCheck.name);

  constructor(
    private readonly wechat: WechatDoor,
    private readonly members: MembersDoor,
  ) {}

  /**
   * `unchecked` when WeChat does not answer or the deployment is misconfigured. What the writer himself can mend
   * (WechatTooOften, VisitTooLongAgo) is refused to him.
   */
  async comment(memberId: MemberId, text: string): Promise<CheckedText> {
    const openid = await this.members.openidOf(memberId);
    if (openid === null) return UNCHECKED;
    try {
      const { suggest, label } = await this.wechat.checkText({ openid, scene: 'comment', text });
      return { result: suggest, label };
    } catch (error) {
      const away = error instanceof WechatFailure || (error instanceof Refusal && error.code === 'WechatBusy');
      if (!away) throw error;
      this.logger.warn({ error: (error as Error).message }, 'a comment goes to review unchecked');
      return UNCHECKED;
    }
  }
}
