import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { pageQuery } from '../shapes/page';

const state = z.enum(['open', 'settled']);
const fen = z.number().int();

export class DifferencesQueryDto extends createZodDto(pageQuery.extend({ state: state.default('open') })) {}

export class DifferencesDto extends createZodDto(
  z.object({
    items: z.array(
      z.object({
        id: z.string(),
        day: z.string().describe('of the bill, YYYY-MM-DD in Beijing'),
        subject: z.enum(['payment', 'refund']),
        number: z.string(),
        kind: z.enum(['missing-here', 'missing-there', 'amount-differs']),
        billFen: fen.nullable(),
        ourFen: fen.nullable(),
        state,
        note: z.string().nullable(),
        settledBy: z.string().nullable(),
        settledAt: z.iso.datetime().nullable(),
        foundAt: z.iso.datetime(),
      }),
    ),
    total: z.number().int(),
  }),
) {}

export class DifferenceNoteDto extends createZodDto(
  z.strictObject({ note: z.string().trim().min(1).max(500).describe('what it was and what was done') }),
) {}

export class BillDayDto extends createZodDto(z.object({ day: z.iso.date().describe('in Beijing') })) {}
export class DayComparedDto extends createZodDto(z.object({ found: z.number().int().describe('new differences') })) {}
