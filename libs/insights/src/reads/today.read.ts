import type { Clock, Fen, Points } from '@fanloop/kernel';
import { addDays } from '@fanloop/kernel';
import { BusinessCalendar, CLOCK } from '@fanloop/platform';
import { Inject, Injectable } from '@nestjs/common';
import { Figures } from './figures';
import { type TodoItem, TodoRead } from './todo.read';

export interface TodayView {
  readonly sales: {
    readonly todayFen: Fen;
    readonly yesterdayFen: Fen;
    readonly series: readonly { readonly date: string; readonly amountFen: Fen; readonly purchases: number }[];
  };
  readonly members: {
    readonly total: number;
    readonly newToday: number;
    readonly series: readonly { readonly date: string; readonly newMembers: number }[];
  };
  readonly secondPurchaseSharePercent: number | null;
  readonly pointsOutstanding: Points;
  readonly todo: readonly TodoItem[];
}

const DAYS = 30;

/** The manager's first page: how the brand does, and what needs a person. */
@Injectable()
export class TodayRead {
  constructor(
    private readonly figures: Figures,
    private readonly todo: TodoRead,
    private readonly calendar: BusinessCalendar,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute(): Promise<TodayView> {
    const now = this.clock.now();
    const dates = Array.from({ length: DAYS }, (_, i) => this.calendar.date(addDays(now, i - DAYS + 1)));
    const from = dates[0]!;
    const to = dates[DAYS - 1]!;
    const { sales, joins, loyalty, tagging } = this.figures;
    const [days, joined, total, points, share, todo] = await Promise.all([
      sales.between(from, to),
      joins.since(this.calendar.startOf(from)),
      joins.total(),
      loyalty.totals(),
      tagging.secondPurchaseSharePercent(),
      this.todo.execute(),
    ]);
    const byDate = new Map(days.map((day) => [day.date, day]));
    const series = dates.map((date) => ({
      date,
      amountFen: byDate.get(date)?.netFen ?? 0,
      purchases: byDate.get(date)?.purchases ?? 0,
    }));
    const joinDates = joined.map((at) => this.calendar.date(at));
    const newMembers = dates.map((date) => ({ date, newMembers: joinDates.filter((day) => day === date).length }));
    return {
      sales: { todayFen: series[DAYS - 1]!.amountFen, yesterdayFen: series[DAYS - 2]!.amountFen, series },
      members: { total, newToday: newMembers[DAYS - 1]!.newMembers, series: newMembers },
      secondPurchaseSharePercent: share,
      pointsOutstanding: points.available,
      todo,
    };
  }
}
