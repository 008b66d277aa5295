import type { MemberId, Points } from '@fanloop/kernel';
import type { ReplayReport } from './report';

const MOST_BARS = 14;

/** How many points each member would have more or fewer. */
export class MemberChanges {
  private readonly byMember = new Map<MemberId, Points>();

  add(memberId: MemberId, change: Points): void {
    this.byMember.set(memberId, (this.byMember.get(memberId) ?? 0) + change);
  }

  get counts(): ReplayReport['members'] {
    let [more, fewer] = [0, 0];
    for (const change of this.byMember.values()) {
      if (change > 0) more += 1;
      if (change < 0) fewer += 1;
    }
    return { touched: this.byMember.size, more, fewer };
  }

  /** Bars of one width, a round number, over all members whose points change. */
  get bars(): ReplayReport['changes'] {
    const changes = [...this.byMember.values()].filter((change) => change !== 0);
    if (changes.length === 0) return [];
    const [least, most] = changes.reduce(([a, b], c) => [Math.min(a, c), Math.max(b, c)], [changes[0]!, changes[0]!]);
    const width = widthFor(most - least);
    const first = Math.floor(least / width);
    const bars = new Array<number>(Math.floor(most / width) - first + 1).fill(0);
    for (const change of changes) bars[Math.floor(change / width) - first]! += 1;
    return bars.map((members, i) => ({ from: (first + i) * width, until: (first + i + 1) * width, members }));
  }
}

/** 1, 2, 5, 10, 20, 50 …: the smallest that needs no more bars than can be read. */
const widthFor = (span: number): number => {
  for (let ten = 1; ; ten *= 10)
    for (const digit of [1, 2, 5]) if (span / (digit * ten) < MOST_BARS - 1) return digit * ten;
};
