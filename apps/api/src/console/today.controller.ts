import { TodayRead } from '@fanloop/insights';
import { Controller, Get } from '@nestjs/common';
import { Answers } from '../answers';
import { ForConsole } from '../auth';
import { toWire } from '../wire';
import { TodayDto } from './today.dto';

@Controller('console/today')
export class ConsoleTodayController {
  constructor(private readonly today: TodayRead) {}

  @Get()
  @ForConsole('today.read')
  @Answers({ status: 200, type: TodayDto })
  async view() {
    return toWire(await this.today.execute()) as TodayDto;
  }
}
