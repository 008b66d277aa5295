import { AudiencePreviewRead, KeepAudience, KeptAudienceRead, UploadList } from '@fanloop/campaigns';
import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { Answers } from '../answers';
import { Caller, ForConsole, type StaffCaller } from '../auth';
import { RowId } from '../row-id.pipe';
import {
  AudienceConditionsDto,
  AudienceCountDto,
  AudienceListDto,
  AudienceListInputDto,
  KeptAudienceDto,
} from './bulk-issues.dto';

/** Who a coupon is for. */
@Controller('console/audiences')
export class ConsoleAudiencesController {
  constructor(
    private readonly preview: AudiencePreviewRead,
    private readonly lists: UploadList,
    private readonly keep: KeepAudience,
    private readonly kept: KeptAudienceRead,
  ) {}

  /** How many active members meet the conditions now. Writes nothing. */
  @Post('count')
  @HttpCode(200)
  @ForConsole('coupons.issue')
  @Answers({ status: 200, type: AudienceCountDto })
  count(@Body() { conditions }: AudienceConditionsDto) {
    return this.preview.count(conditions);
  }

  /** Phones and numbers are looked up and forgotten; members' ids are kept. */
  @Post('lists')
  @ForConsole('coupons.issue')
  @Answers({ status: 201, type: AudienceListDto })
  async upload(@Body() { name, content }: AudienceListInputDto, @Caller() { staffId }: StaffCaller) {
    const list = await this.lists.execute({ name, content, actor: { kind: 'staff', id: staffId } });
    return { ...list, unknownLines: [...list.unknownLines] };
  }

  /** Freezes who meets the conditions now, for a coupon that only they may claim. */
  @Post()
  @ForConsole('coupons.issue')
  @Answers({ status: 201, type: KeptAudienceDto })
  freeze(@Body() { conditions }: AudienceConditionsDto, @Caller() { staffId }: StaffCaller) {
    return this.keep.execute({ conditions, actor: { kind: 'staff', id: staffId } });
  }

  @Get(':id')
  @ForConsole('coupons.read')
  @Answers({ status: 200, type: KeptAudienceDto })
  one(@Param('id', RowId) audienceId: string) {
    return this.kept.one(audienceId);
  }
}
