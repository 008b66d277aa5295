import { homeTodos } from './home-todos';

const nothing = { birthdayKnown: true, coupon: null, points: null, activityToday: null };

describe('home to-dos', () => {
  it('has none where nothing presses', () => {
    expect(homeTodos(nothing)).toEqual([]);
    expect(homeTodos({ ...nothing, coupon: { name: '券', daysLeft: 8 }, points: { points: 5, daysLeft: 31 } })).toEqual(
      [],
    );
  });

  it('puts the most pressing first and says when', () => {
    const todos = homeTodos({
      birthdayKnown: false,
      coupon: { name: '满 40 减 8', daysLeft: 1 },
      points: { points: 120, daysLeft: 30 },
      activityToday: { id: '3', title: '茶会', place: '湖滨店' },
    });
    expect(todos.map((todo) => todo.kind)).toEqual([
      'activity-today',
      'coupon-expiring',
      'points-expiring',
      'complete-profile',
    ]);
    expect(todos[1]).toMatchObject({ title: '满 40 减 8 快到期了', subtitle: '明天到期' });
    expect(todos[2]).toMatchObject({ title: '120 积分即将到期', subtitle: '30 天后到期' });
  });
});
