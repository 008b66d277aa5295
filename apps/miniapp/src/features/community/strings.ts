import { brand } from '@/shared/theme/theme';

export const text = {
  title: '社群',
  postTitle: '动态',
  official: '官方',
  pinned: '置顶',
  like: '点赞',
  comment: '评论',
  comments: (count: number) => (count ? `评论 ${count}` : '评论'),
  write: '说点什么…',
  send: '发送',
  sent: '已发表',
  inReview: '已提交，审核后显示',
  noComments: '还没有评论，来坐沙发',
  joinToTalk: '入会后可以点赞和评论',
  join: '立即入会',
  empty: '社群刚刚开张',
  emptyNote: `${brand.name}的新消息会出现在这里`,
  emptyAction: '看看活动',
  mine: '我',
  links: { coupon: '领券', activity: '参加活动', product: '看看新品' },
};
