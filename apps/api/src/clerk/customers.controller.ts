import { ScanCustomer } from '@fanloop/counter';
import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { Answers } from '../answers';
import { Caller, ForClerk, type StaffCaller } from '../auth';
import { toWire } from '../wire';
import { CustomerCardDto, ScanDto } from './customers.dto';

@Controller('clerk/customers')
export class ClerkCustomersController {
  constructor(private readonly scanCustomer: ScanCustomer) {}

  @Post('scan')
  @HttpCode(200)
  @ForClerk('purchases.record')
  @Answers({ status: 200, type: CustomerCardDto })
  async scan(@Body() body: ScanDto, @Caller() clerk: StaffCaller) {
    return toWire(await this.scanCustomer.execute({ ...body, clerk }));
  }
}
