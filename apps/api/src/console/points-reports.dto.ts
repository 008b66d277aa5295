import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';

const whole = z.number().int();
const line = z.object({
  points: whole,
  pending: whole,
  fen: whole.describe('of points; the lines add up to the total'),
});
const place = z.object({ storeId: z.string().nullable().describe('null: headquarters'), storeName: z.string() });

export class LiabilityDto extends createZodDto(
  z.object({
    at: z.iso.datetime(),
    fenPer100Points: whole,
    points: whole,
    fen: whole,
    pending: whole,
    pendingFen: whole,
    debt: whole,
    accounts: whole,
    byMonth: z.array(
      line.extend({ month: z.string().describe('`YYYY-MM` of the last day of use, `never`, or `over`') }),
    ),
    byStore: z.array(line.extend(place.shape)),
  }),
) {}

const MOST_DAYS = 1100;

export class SettlementQueryDto extends createZodDto(
  z
    .object({ from: z.iso.date(), until: z.iso.date().describe('belongs to the period') })
    .refine(({ from, until }) => from <= until, { message: 'from lies after until' })
    .refine(({ from, until }) => Date.parse(until) - Date.parse(from) < MOST_DAYS * 86_400_000, {
      message: `at most ${MOST_DAYS} days`,
    }),
) {}

export class SettlementDto extends createZodDto(
  z.object({
    fenPer100Points: whole,
    points: whole.describe('used in the period, less what came back'),
    places: z.array(
      place.extend({
        own: whole.describe('earned here and used here'),
        honoured: whole.describe('earned elsewhere, used here'),
        issued: whole.describe('earned here, used elsewhere'),
        net: whole.describe('honoured − issued; over all places zero'),
        netFen: whole,
      }),
    ),
    flows: z.array(z.object({ from: place, to: place, points: whole })),
  }),
) {}
