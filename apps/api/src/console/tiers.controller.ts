import { TierEdits, TierPreviewRead, TiersRead } from '@fanloop/loyalty';
import { MembersDoor } from '@fanloop/members';
import { Body, Controller, Get, HttpCode, Post, Put } from '@nestjs/common';
import { Answers } from '../answers';
import { Caller, ForConsole, type StaffCaller } from '../auth';
import { toWire } from '../wire';
import { ChangeTiersDto, TierListDto, TierPlanDto, TierPreviewDto } from './tiers.dto';

/** Tiers with the number of their members, their thresholds and benefits, and who would be where with others. */
@Controller('console/tiers')
export class TiersController {
  constructor(
    private readonly tiers: TiersRead,
    private readonly previews: TierPreviewRead,
    private readonly edits: TierEdits,
    private readonly members: MembersDoor,
  ) {}

  @Get()
  @ForConsole('rules.read')
  @Answers({ status: 200, type: TierListDto })
  async list() {
    return toWire(await this.tiers.execute()) as TierListDto;
  }

  @Put()
  @ForConsole('tiers.write')
  @Answers({ status: 200, type: TierListDto })
  async change(@Body() plan: ChangeTiersDto, @Caller() { staffId }: StaffCaller) {
    await this.edits.change.execute({ ...plan, actor: { kind: 'staff', id: staffId } });
    return this.list();
  }

  @Post('preview')
  @HttpCode(200)
  @ForConsole('rules.read')
  @Answers({ status: 200, type: TierPreviewDto })
  async preview(@Body() plan: TierPlanDto) {
    const { samples, ...preview } = await this.previews.execute(plan);
    const names = await this.members.summaries(samples.map(({ memberId }) => memberId));
    const named = samples.flatMap((sample) => {
      const member = names.get(sample.memberId);
      return member ? [{ ...sample, memberNo: member.memberNo, nickname: member.nickname }] : [];
    });
    return toWire({ ...preview, samples: named }) as TierPreviewDto;
  }
}
