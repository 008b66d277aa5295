export const text = {
  title: '门店',
  nearest: '最近的门店',
  all: '全部门店',
  locate: '按距离排序',
  located: '已按距离排序',
  refused: '没有定位权限，按默认顺序显示',
  empty: '附近还没有门店',
  emptyNote: '我们正在一家一家地开过来',
  hours: (hours: string) => `营业 ${hours}`,
  away: (text: string) => `距你 ${text}`,
};
