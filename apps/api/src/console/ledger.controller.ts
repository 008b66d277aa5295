import { ProveLedger } from '@fanloop/loyalty';
import { Controller, Get, Query } from '@nestjs/common';
import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { Answers } from '../answers';
import { ForConsole } from '../auth';

export class ProofQueryDto extends createZodDto(
  z.object({
    memberId: z
      .string()
      .regex(/^\d{1,20}$/)
      .optional()
      .describe('one account instead of all'),
  }),
) {}

export class LedgerProofDto extends createZodDto(
  z.object({
    ok: z.boolean(),
    accounts: z.number().int(),
    entries: z.number().int(),
    entriesSum: z.number().int(),
    lotsSum: z.number().int(),
    traces: z.number().int().describe('earned entries that came out again when judged once more'),
    olderTraces: z.number().int().describe('earned entries that kept no facts: not recomputable'),
    badRow: z
      .object({
        table: z.string(),
        memberId: z.string(),
        number: z.number().int().nullable().describe('of the entry or lot'),
        problem: z.string(),
      })
      .nullable(),
  }),
) {}

/** The proof that balances, lots and journal agree. */
@Controller('console/ledger')
export class LedgerController {
  constructor(private readonly prove: ProveLedger) {}

  @Get('proof')
  @ForConsole('rules.read')
  @Answers({ status: 200, type: LedgerProofDto })
  proof(@Query() { memberId }: ProofQueryDto) {
    return this.prove.execute({ memberId });
  }
}
