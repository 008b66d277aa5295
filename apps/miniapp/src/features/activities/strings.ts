import type { ActivityCard, ActivityState } from '@/shared/http/types';

export const text = {
  title: '活动',
  detailTitle: '活动详情',
  seatsLeft: (left: number) => `还剩 ${left} 席`,
  full: (waiting: number) => (waiting ? `已满 · ${waiting} 人候补` : '已满 · 可候补'),
  free: '会员免费',
  joinedSoFar: (count: number) => `${count} 人已报名`,
  join: '我要报名',
  wait: '加入候补',
  cancel: '取消报名',
  leaveWaiting: '退出候补',
  closed: '报名已截止',
  over: '活动已结束',
  off: '活动已取消',
  attended: '已签到，玩得开心',
  joined: '报名成功',
  waitingAt: (position: number | null) => (position ? `候补第 ${position} 位` : '已加入候补'),
  waitingNote: '有人退出时按顺序递补，我们会通知你',
  cancelAsk: '确定取消报名吗？',
  cancelNote: '席位会让给候补的茶友，之后可以再报名',
  cancelled: '已取消，下次见',
  when: '时间',
  where: '地点',
  until: '报名截止',
  about: '活动介绍',
  people: '一起来的茶友',
  checkIn: '签到码',
  checkInHint: '到场后请店员扫码签到',
  entryNo: (no: string) => `报名号 ${no}`,
  share: '邀请茶友',
  empty: '暂时没有活动',
  emptyNote: '新的茶会正在筹备，先去社群看看',
  emptyAction: '去社群',
  states: { none: '', joined: '已报名', waiting: '候补中', cancelled: '', attended: '已签到' } satisfies Record<
    ActivityState,
    string
  >,
  statuses: { open: '', closed: '已截止', settled: '已结束', cancelled: '已取消' } satisfies Record<
    ActivityCard['status'],
    string
  >,
};
