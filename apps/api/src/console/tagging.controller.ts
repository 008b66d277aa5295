import { actorLabel } from '@fanloop/kernel';
import { refusePlatform } from '@fanloop/platform';
import { PopulationRead, RequestTagging, TagByHand } from '@fanloop/tagging';
import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { Answers } from '../answers';
import { Caller, ForConsole, type StaffCaller } from '../auth';
import { toWire } from '../wire';
import { RfmDto, RunDto, RunStartedDto, TagInputDto, TagListDto } from './tagging.dto';

/** Tags, RFM and fan tiers. */
@Controller('console')
export class TaggingController {
  constructor(
    private readonly population: PopulationRead,
    private readonly request: RequestTagging,
    private readonly tagByHand: TagByHand,
  ) {}

  @Get('tags')
  @ForConsole('tagging.read')
  @Answers({ status: 200, type: TagListDto })
  async tags() {
    return { items: (await this.population.tags()) as TagListDto['items'] };
  }

  @Post('tags')
  @HttpCode(204)
  @ForConsole('tagging.write')
  create(@Body() input: TagInputDto, @Caller() caller: StaffCaller): Promise<void> {
    return this.tagByHand.create({ ...input, actor: { kind: 'staff', id: caller.staffId } });
  }

  @Get('tagging/rfm')
  @ForConsole('tagging.read')
  @Answers({ status: 200, type: RfmDto })
  async rfm() {
    const [last, grid, fanTiers] = await Promise.all([
      this.population.lastRun(),
      this.population.grid(),
      this.population.fanTiers(),
    ]);
    const boundaries = last?.boundaries;
    return {
      asOf: last?.asOf ?? null,
      windowDays: last?.windowDays ?? null,
      basis: 'net' as const,
      boundaries: boundaries
        ? {
            recencyDays: [...boundaries.recencyDays],
            frequency: [...boundaries.frequency],
            netFen: [...boundaries.netFen],
          }
        : null,
      grid: grid as RfmDto['grid'],
      fanTiers,
      lastRun: toWire(last) as RfmDto['lastRun'],
    };
  }

  @Post('tagging/runs')
  @HttpCode(202)
  @ForConsole('tagging.write')
  @Answers({ status: 202, type: RunStartedDto })
  run(@Caller() caller: StaffCaller) {
    return this.request.execute({ by: actorLabel({ kind: 'staff', id: caller.staffId }) });
  }

  @Get('tagging/runs/:id')
  @ForConsole('tagging.read')
  @Answers({ status: 200, type: RunDto })
  async progress(@Param('id') id: string) {
    const run = await this.population.run(id);
    if (!run) throw refusePlatform('NotFound');
    return toWire(run) as RunDto;
  }

  @Put('members/:id/tags/:code')
  @HttpCode(204)
  @ForConsole('tagging.write')
  putOn(@Param('id') memberId: string, @Param('code') code: string, @Caller() caller: StaffCaller): Promise<void> {
    return this.tagByHand.execute({ memberId, code, on: true, actor: { kind: 'staff', id: caller.staffId } });
  }

  @Delete('members/:id/tags/:code')
  @HttpCode(204)
  @ForConsole('tagging.write')
  takeOff(@Param('id') memberId: string, @Param('code') code: string, @Caller() caller: StaffCaller): Promise<void> {
    return this.tagByHand.execute({ memberId, code, on: false, actor: { kind: 'staff', id: caller.staffId } });
  }
}
