import { API_SCOPES, ApiKeys } from '@fanloop/platform';
import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { Answers } from '../answers';
import { Caller, ForConsole, type StaffCaller } from '../auth';
import { rowId } from '../shapes/page';
import { toWire } from '../wire';

const scopes = z.array(z.enum(API_SCOPES));

export class ApiKeysDto extends createZodDto(
  z.object({
    items: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        prefix: z.string().describe('the part of the secret that lists may show'),
        scopes,
        createdBy: z.string(),
        createdAt: z.iso.datetime(),
        revokedAt: z.iso.datetime().nullable(),
        lastUsedAt: z.iso.datetime().nullable().describe('to the minute'),
      }),
    ),
  }),
) {}

export class ApiKeyInputDto extends createZodDto(
  z.object({ name: z.string().trim().min(1).max(64), scopes: scopes.min(1) }),
) {}
export class ApiKeyMadeDto extends createZodDto(
  z.object({ id: z.string(), prefix: z.string(), secret: z.string().describe('shown here and never again') }),
) {}
export class ApiKeyIdDto extends createZodDto(z.object({ id: rowId })) {}

/** Keys by which other systems enter the open API. */
@ForConsole('integrations.write')
@Controller('console/api-keys')
export class ApiKeysController {
  constructor(private readonly keys: ApiKeys) {}

  @Get()
  @Answers({ status: 200, type: ApiKeysDto })
  async list() {
    return toWire({ items: await this.keys.list() }) as ApiKeysDto;
  }

  @Post()
  @Answers({ status: 201, type: ApiKeyMadeDto })
  create(@Body() { name, scopes: wanted }: ApiKeyInputDto, @Caller() { staffId }: StaffCaller) {
    return this.keys.create({ name, scopes: wanted, actor: { kind: 'staff', id: staffId } });
  }

  @Post(':id/revocation')
  @HttpCode(204)
  revoke(@Param() { id }: ApiKeyIdDto, @Caller() { staffId }: StaffCaller): Promise<void> {
    return this.keys.revoke(id, { kind: 'staff', id: staffId });
  }
}
