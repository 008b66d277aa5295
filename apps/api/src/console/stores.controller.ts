import { SaveStore, StoresRead } from '@fanloop/organization';
import { Body, Controller, Get, Param, Post, Put } from '@nestjs/common';
import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { Answers } from '../answers';
import { Caller, ForConsole, type StaffCaller } from '../auth';
import { toWire } from '../wire';

const fields = z.object({
  code: z.string().trim().min(1).max(32),
  name: z.string().trim().min(1).max(64),
  address: z.string().trim().max(200),
  lat: z.number().min(-90).max(90).nullable(),
  lng: z.number().min(-180).max(180).nullable(),
  zone: z.string().max(64).describe('IANA zone of the business day'),
  openHours: z.string().trim().max(64),
  phone: z.string().trim().max(32).nullable(),
  photoUrl: z
    .url({ protocol: /^https?$/ })
    .max(500)
    .nullable(),
});
export class StoreInputDto extends createZodDto(fields) {}

const store = fields.extend({ id: z.string(), photoUrl: z.string().nullable() });
export class ConsoleStoreDto extends createZodDto(store) {}
export class ConsoleStoresDto extends createZodDto(z.object({ items: z.array(store), total: z.number().int() })) {}

@Controller('console/stores')
export class ConsoleStoresController {
  constructor(
    private readonly stores: StoresRead,
    private readonly save: SaveStore,
  ) {}

  @Get()
  @ForConsole('stores.read')
  @Answers({ status: 200, type: ConsoleStoresDto })
  async list() {
    const items = await this.stores.all();
    return { items, total: items.length };
  }

  @Post()
  @ForConsole('stores.write')
  @Answers({ status: 201, type: ConsoleStoreDto })
  async open(@Body() body: StoreInputDto, @Caller() caller: StaffCaller) {
    return toWire(
      await this.save.execute({ actor: { kind: 'staff', id: caller.staffId }, storeId: null, store: body }),
    );
  }

  @Put(':id')
  @ForConsole('stores.write')
  @Answers({ status: 200, type: ConsoleStoreDto })
  async change(@Param('id') storeId: string, @Body() body: StoreInputDto, @Caller() caller: StaffCaller) {
    return toWire(await this.save.execute({ actor: { kind: 'staff', id: caller.staffId }, storeId, store: body }));
  }
}
