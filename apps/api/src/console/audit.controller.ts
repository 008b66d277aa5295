import { OrganizationDoor } from '@fanloop/organization';
import { AuditRead } from '@fanloop/platform';
import { Controller, Get, Query } from '@nestjs/common';
import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { Answers } from '../answers';
import { ForConsole } from '../auth';
import { pageQuery } from '../shapes/page';
import { toWire } from '../wire';

export class AuditQueryDto extends createZodDto(
  pageQuery.extend({
    actor: z.string().max(96).optional().describe('`staff:12`, or a kind alone'),
    action: z.string().max(96).optional(),
    subject: z.string().max(96).optional().describe('`member:42`'),
  }),
) {}

export class AuditListDto extends createZodDto(
  z.object({
    items: z.array(
      z.object({
        at: z.iso.datetime(),
        actor: z.string(),
        actorName: z.string().nullable(),
        action: z.string(),
        subject: z.string(),
        details: z.record(z.string(), z.unknown()),
        ip: z.string().nullable(),
      }),
    ),
    total: z.number().int(),
  }),
) {}

@Controller('console/audit')
export class ConsoleAuditController {
  constructor(
    private readonly audit: AuditRead,
    private readonly organization: OrganizationDoor,
  ) {}

  @Get()
  @ForConsole('audit.read')
  @Answers({ status: 200, type: AuditListDto })
  async page(@Query() query: AuditQueryDto) {
    const { items, total } = await this.audit.page(query);
    const names = await this.organization.staffNames(items.flatMap((item) => staffIdOf(item.actor) ?? []));
    const named = items.map((item) => ({ ...item, actorName: names.get(staffIdOf(item.actor) ?? '') ?? null }));
    return toWire({ items: named, total });
  }
}

const staffIdOf = (actor: string): string | null => (actor.startsWith('staff:') ? actor.slice('staff:'.length) : null);
