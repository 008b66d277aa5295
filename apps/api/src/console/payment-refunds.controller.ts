import { OrganizationDoor } from '@fanloop/organization';
import { RefundsAdminRead } from '@fanloop/payments';
import { Controller, Get, Query } from '@nestjs/common';
import { Answers } from '../answers';
import { ForConsole } from '../auth';
import { staffNamer } from '../staff-names';
import { toWire } from '../wire';
import { RefundsDto, RefundsQueryDto } from './payments.dto';

/** Refunds of every payment. */
@Controller('console/payment-refunds')
export class ConsolePaymentRefundsController {
  constructor(
    private readonly refunds: RefundsAdminRead,
    private readonly organization: OrganizationDoor,
  ) {}

  @Get()
  @ForConsole('payments.read')
  @Answers({ status: 200, type: RefundsDto })
  async list(@Query() { q, state, day, page, pageSize }: RefundsQueryDto) {
    const filter = { q: q || null, state: state ?? null, day: day ?? null };
    const { items, total } = await this.refunds.page(filter, page, pageSize);
    const nameOf = await staffNamer(
      this.organization,
      items.map((one) => one.requestedBy),
    );
    return toWire({ items: items.map((one) => ({ ...one, requestedBy: nameOf(one.requestedBy) })), total });
  }
}
