import { assertAllowed } from '@fanloop/organization';
import { ProductsRead } from '@fanloop/sales';
import { Controller, Get, Query } from '@nestjs/common';
import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { Answers } from '../answers';
import { Caller, ForClerk, type StaffCaller } from '../auth';

export class ProductQueryDto extends createZodDto(
  z.object({ storeId: z.string().regex(/^\d{1,19}$/), q: z.string().trim().max(64).default('') }),
) {}

export class ProductListDto extends createZodDto(
  z.object({
    items: z.array(
      z.object({
        sku: z.string(),
        name: z.string(),
        category: z.string(),
        priceFen: z.number().int().nullable().describe('null: the clerk types the price'),
        pictureUrl: z.string().nullable(),
      }),
    ),
  }),
) {}

@Controller('clerk/products')
export class ClerkProductsController {
  constructor(private readonly products: ProductsRead) {}

  @Get()
  @ForClerk('purchases.record')
  @Answers({ status: 200, type: ProductListDto })
  async list(@Query() query: ProductQueryDto, @Caller() clerk: StaffCaller) {
    assertAllowed(clerk, 'purchases.record', query.storeId);
    const found = await this.products.search(query.q);
    return { items: found.map((product) => ({ ...product, category: product.category ?? '其他' })) };
  }
}
