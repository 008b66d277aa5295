/** One to-do of the home page; `link` names a page of the mini-program. */
export interface HomeTodo {
  readonly kind: 'coupon-expiring' | 'points-expiring' | 'complete-profile' | 'activity-today';
  readonly title: string;
  readonly subtitle: string;
  readonly link: string;
}

export interface HomeFacts {
  readonly birthdayKnown: boolean;
  readonly coupon: { readonly name: string; readonly daysLeft: number } | null;
  readonly points: { readonly points: number; readonly daysLeft: number } | null;
  readonly activityToday: { readonly id: string; readonly title: string; readonly place: string } | null;
}

const SOON_DAYS = 7;
const POINTS_SOON_DAYS = 30;

const inDays = (days: number): string => (days <= 0 ? '今天' : days === 1 ? '明天' : `${days} 天后`);

/** What a shopper would want to know today, the most pressing first. */
export const homeTodos = (facts: HomeFacts): HomeTodo[] => {
  const todos: HomeTodo[] = [];
  const { activityToday, coupon, points } = facts;
  if (activityToday)
    todos.push({
      kind: 'activity-today',
      title: `今天有活动：${activityToday.title}`,
      subtitle: activityToday.place,
      link: `/activities/${activityToday.id}`,
    });
  if (coupon && coupon.daysLeft <= SOON_DAYS)
    todos.push({
      kind: 'coupon-expiring',
      title: `${coupon.name} 快到期了`,
      subtitle: `${inDays(coupon.daysLeft)}到期`,
      link: '/coupons',
    });
  if (points && points.daysLeft <= POINTS_SOON_DAYS)
    todos.push({
      kind: 'points-expiring',
      title: `${points.points} 积分即将到期`,
      subtitle: `${inDays(points.daysLeft)}到期`,
      link: '/points',
    });
  if (!facts.birthdayKnown)
    todos.push({ kind: 'complete-profile', title: '补充生日', subtitle: '生日当天双倍积分', link: '/profile' });
  return todos;
};
