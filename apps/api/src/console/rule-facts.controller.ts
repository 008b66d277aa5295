import { FACT_CATALOGUE, type FactInfo, TiersRead, TRIGGER_NAMES, TRIGGERS } from '@fanloop/loyalty';
import { ProductsRead } from '@fanloop/sales';
import { Controller, Get, Query } from '@nestjs/common';
import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { Answers } from '../answers';
import { ForConsole } from '../auth';
import { RuleNames } from '../rule-names';
import { RuleFactsDto } from './rule-views.dto';

export class RuleProductQueryDto extends createZodDto(z.object({ q: z.string().trim().max(64).default('') })) {}

export class RuleProductsDto extends createZodDto(
  z.object({
    items: z.array(
      z.object({
        sku: z.string(),
        name: z.string(),
        category: z.string().nullable(),
        priceFen: z.number().int().nullable(),
      }),
    ),
  }),
) {}

/** What the builder of rules offers: what conditions may ask, and what can be chosen. */
@Controller('console/rules')
export class RuleFactsController {
  constructor(
    private readonly tiers: TiersRead,
    private readonly products: ProductsRead,
    private readonly names: RuleNames,
  ) {}

  @Get('facts')
  @ForConsole('rules.read')
  @Answers({ status: 200, type: RuleFactsDto })
  async facts(): Promise<RuleFactsDto> {
    const [names, coupons, { items: tiers }, categories] = await Promise.all([
      this.names.all(),
      this.names.coupons(),
      this.tiers.execute(),
      this.products.categories(),
    ]);
    return {
      facts: FACT_CATALOGUE.map(factWire),
      triggers: TRIGGERS.map((value) => ({ value, label: TRIGGER_NAMES[value] })),
      choices: {
        stores: choicesOf(names.stores),
        tags: choicesOf(names.tags),
        tiers: tiers.map(({ code, name }) => ({ value: code, label: name })),
        categories: categories.map((category) => ({ value: category, label: category })),
        coupons: coupons.map(({ id, name }) => ({ value: id, label: name })),
      },
    };
  }

  /** Products on sale by name, SKU or category. */
  @Get('products')
  @ForConsole('rules.read')
  @Answers({ status: 200, type: RuleProductsDto })
  async search(@Query() { q }: RuleProductQueryDto) {
    const found = await this.products.search(q, 30);
    return { items: found.map(({ sku, name, category, priceFen }) => ({ sku, name, category, priceFen })) };
  }
}

const choicesOf = (names: ReadonlyMap<string, string>) => [...names].map(([value, label]) => ({ value, label }));

const factWire = ({ choices, range, triggers, ...fact }: FactInfo): RuleFactsDto['facts'][number] => ({
  ...fact,
  range: range && [...range],
  triggers: triggers && [...triggers],
  choices: choices?.map(([value, label]) => ({ value, label })) ?? null,
});
