export const text = {
  title: '会员码',
  hint: '结账时请店员扫码，每 30 秒自动更新',
  points: '可用积分',
  coupons: '可用优惠券',
  couponUnit: '张',
  weak: '网络不太稳，正在重试',
  ahead: '离线中，会员码仍在更新',
  expired: '会员码已过期',
  expiredNote: '连上网络后会自动更新',
  refresh: '点此刷新',
  screenshot: '请勿截图转发，会员码 30 秒后失效，只在本机有效',
  next: '展示更大',
};
