import { CommunityDoor, ContentCalendarRead } from '@fanloop/community';
import { addDays, type Clock } from '@fanloop/kernel';
import { CLOCK } from '@fanloop/platform';
import { Inject, Injectable } from '@nestjs/common';
import { Approvals } from './approvals';
import { Leftovers } from './leftovers';

/** One thing that waits for a person; `link` is a path of the console. */
export interface TodoItem {
  readonly kind:
    | 'content-failed'
    | 'comments-in-review'
    | 'rules-in-review'
    | 'adjustments-waiting'
    | 'rewards-unissued'
    | 'bulk-issues-stopped'
    | 'bill-differences'
    | 'refunds-stuck'
    | 'dead-letters';
  readonly title: string;
  readonly count: number;
  readonly link: string;
}

/** Content that failed longer ago is no longer news. */
const CONTENT_DAYS = 7;

/** What needs a person today; nothing is listed that counts zero. */
@Injectable()
export class TodoRead {
  constructor(
    private readonly community: CommunityDoor,
    private readonly calendar: ContentCalendarRead,
    private readonly approvals: Approvals,
    private readonly leftovers: Leftovers,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute(): Promise<TodoItem[]> {
    const now = this.clock.now();
    const [recent, waiting, rules, adjustments, rewards, stopped, refunds, differences, dead] = await Promise.all([
      this.calendar.between(addDays(now, -CONTENT_DAYS), now),
      this.community.commentsInReview(),
      this.approvals.rules(),
      this.approvals.adjustments(),
      this.leftovers.unissuedRewards(),
      this.leftovers.stoppedIssues(),
      this.leftovers.stuckRefunds(),
      this.leftovers.billDifferences(),
      this.leftovers.deadLetters(),
    ]);
    const items: TodoItem[] = [
      {
        kind: 'content-failed',
        title: '内容没有发出',
        count: recent.filter((item) => item.state === 'failed').length,
        link: '/content',
      },
      { kind: 'adjustments-waiting', title: '积分调整待审批', count: adjustments, link: '/approvals' },
      { kind: 'comments-in-review', title: '评论待审核', count: waiting, link: '/comments' },
      { kind: 'rules-in-review', title: '积分规则待审批', count: rules, link: '/rules?tab=in-review' },
      { kind: 'rewards-unissued', title: '奖励没有发出', count: rewards, link: '/unissued-rewards' },
      { kind: 'bulk-issues-stopped', title: '批量发券停住了', count: stopped, link: '/bulk-issues' },
      { kind: 'refunds-stuck', title: '退款没有到账', count: refunds, link: '/payment-refunds?state=abnormal' },
      { kind: 'bill-differences', title: '账单有差异', count: differences, link: '/reconciliation' },
      { kind: 'dead-letters', title: '后台任务失败', count: dead, link: '/dead-letters' },
    ];
    return items.filter((item) => item.count > 0);
  }
}
