import { StoresRead } from '@fanloop/organization';
import { Controller, Get, Query } from '@nestjs/common';
import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { Answers } from '../answers';
import { ForVisitor } from '../auth';
import { toWire } from '../wire';

const degrees = (limit: number) => z.coerce.number().min(-limit).max(limit);

export class NearbyDto extends createZodDto(
  z
    .object({ lat: degrees(90).optional(), lng: degrees(180).optional() })
    .refine(({ lat, lng }) => (lat === undefined) === (lng === undefined), 'lat and lng belong together'),
) {}

export const memberStore = z.object({
  id: z.string(),
  code: z.string(),
  name: z.string(),
  address: z.string(),
  phone: z.string().nullable(),
  lat: z.number().nullable(),
  lng: z.number().nullable(),
  openHours: z.string(),
  distanceMeters: z.number().int().nullable(),
  photoUrl: z.string().nullable(),
});
export class MemberStoresDto extends createZodDto(z.object({ items: z.array(memberStore) })) {}

@Controller('member/stores')
export class MemberStoresController {
  constructor(private readonly stores: StoresRead) {}

  /** Nearest first when a point is given. The point is used for this answer only and not kept. */
  @Get()
  @ForVisitor()
  @Answers({ status: 200, type: MemberStoresDto })
  async list(@Query() { lat, lng }: NearbyDto) {
    const point = lat === undefined || lng === undefined ? null : { lat, lng };
    return { items: toWire(await this.stores.nearest(point)) };
  }
}
