import { ENTRY_KINDS, LEDGER_CHECKS } from '@fanloop/loyalty';
import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { pageQuery } from '../shapes/page';
import { pointsEntry } from '../shapes/points-entry';

const whole = z.number().int();
const time = z.iso.datetime();

export class LedgerQueryDto extends createZodDto(
  pageQuery.extend({
    kind: z.enum(ENTRY_KINDS).optional(),
    from: z.iso.date().optional(),
    until: z.iso.date().optional().describe('belongs to the period'),
  }),
) {}

export class LedgerEntriesDto extends createZodDto(
  z.object({
    items: z.array(
      pointsEntry.extend({
        seq: whole,
        reference: z.string(),
        actor: z.string(),
        lots: z.array(z.object({ lot: whole, points: whole, pending: whole.optional() })),
        hash: z.string(),
      }),
    ),
    total: whole,
  }),
) {}

export class LotListDto extends createZodDto(
  z.object({
    items: z.array(
      z.object({
        lotNo: whole,
        state: z.enum(['usable', 'pending', 'over', 'empty']),
        earned: whole,
        remaining: whole,
        pending: whole,
        expired: whole,
        clawedBack: whole,
        activateAt: time.nullable(),
        activateOn: z.string().nullable(),
        expiresAt: time.nullable(),
        byInactivity: z.boolean(),
        source: z.string(),
        storeName: z.string().nullable(),
      }),
    ),
  }),
) {}

export class AccountProofDto extends createZodDto(
  z.object({
    ok: z.boolean(),
    entries: whole,
    checks: z.array(
      z.object({
        check: z.enum(LEDGER_CHECKS),
        ok: z.boolean(),
        badRow: z
          .object({ table: z.string(), number: whole.nullable().describe('of the entry or lot'), problem: z.string() })
          .nullable(),
      }),
    ),
  }),
) {}
