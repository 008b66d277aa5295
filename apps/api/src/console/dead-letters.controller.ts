import { DeadLetters } from '@fanloop/platform';
import { Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { Answers } from '../answers';
import { Caller, ForConsole, type StaffCaller } from '../auth';
import { toWire } from '../wire';

export class DeadLettersDto extends createZodDto(
  z.object({
    items: z.array(
      z.object({
        eventId: z.string(),
        consumer: z.string(),
        eventName: z.string(),
        attempts: z.number().int(),
        lastError: z.string(),
        at: z.iso.datetime(),
      }),
    ),
  }),
) {}

/** Events that a handler could not take, after all its tries. */
@Controller('console/dead-letters')
export class ConsoleDeadLettersController {
  constructor(private readonly deadLetters: DeadLetters) {}

  @Get()
  @ForConsole('operations.read')
  @Answers({ status: 200, type: DeadLettersDto })
  async list() {
    return { items: toWire(await this.deadLetters.list()) };
  }

  /** Due at once, with all tries before it again. */
  @Post(':eventId/:consumer/rerun')
  @HttpCode(204)
  @ForConsole('operations.write')
  rerun(
    @Param('eventId') eventId: string,
    @Param('consumer') consumer: string,
    @Caller() caller: StaffCaller,
  ): Promise<void> {
    return this.deadLetters.rerun(eventId, consumer, { kind: 'staff', id: caller.staffId });
  }
}
