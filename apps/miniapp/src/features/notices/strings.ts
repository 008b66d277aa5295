export const text = {
  title: '消息',
  empty: '还没有消息',
  emptyNote: '积分到期、等级变化和店里的问候，都会在这里',
  unread: '未读',
};
