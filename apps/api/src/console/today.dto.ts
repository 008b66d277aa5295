import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';

const count = z.number().int();

export class TodayDto extends createZodDto(
  z.object({
    sales: z.object({
      todayFen: count,
      yesterdayFen: count,
      series: z
        .array(z.object({ date: z.iso.date(), amountFen: count, purchases: count }))
        .describe('30 business days'),
    }),
    members: z.object({
      total: count,
      newToday: count,
      series: z.array(z.object({ date: z.iso.date(), newMembers: count })),
    }),
    secondPurchaseSharePercent: count.nullable().describe('of all buyers, those who came again'),
    pointsOutstanding: count,
    todo: z.array(
      z.object({
        kind: z.enum([
          'content-failed',
          'comments-in-review',
          'rules-in-review',
          'dead-letters',
          'adjustments-waiting',
          'rewards-unissued',
          'bulk-issues-stopped',
          'refunds-stuck',
          'bill-differences',
        ]),
        title: z.string(),
        count,
        link: z.string(),
      }),
    ),
  }),
) {}
