import { ChangeItemStatus, CreateItem, ItemsAdminRead, ReviseItem } from '@fanloop/rewards';
import { Body, Controller, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { Answers } from '../answers';
import { Caller, ForConsole, type StaffCaller } from '../auth';
import { RowId } from '../row-id.pipe';
import {
  draftOf,
  NewRewardItemDto,
  RewardItemDto,
  RewardItemInputDto,
  RewardItemStatusDto,
  RewardItemsDto,
  RewardItemsPageDto,
} from './reward-items.dto';

/** Items of the points mall. */
@Controller('console/reward-items')
export class ConsoleRewardItemsController {
  constructor(
    private readonly items: ItemsAdminRead,
    private readonly create: CreateItem,
    private readonly revise: ReviseItem,
    private readonly changeStatus: ChangeItemStatus,
  ) {}

  @Get()
  @ForConsole('rewards.read')
  @Answers({ status: 200, type: RewardItemsDto })
  list(@Query() { status, page, pageSize }: RewardItemsPageDto) {
    return this.items.page(status ?? null, page, pageSize) as Promise<RewardItemsDto>;
  }

  /** A draft: members see it once it is published. */
  @Post()
  @ForConsole('rewards.write')
  @Answers({ status: 201, type: RewardItemDto })
  async make(@Body() { kind, stock, ...input }: NewRewardItemDto, @Caller() { staffId }: StaffCaller) {
    const actor = { kind: 'staff', id: staffId } as const;
    return this.view(await this.create.execute({ kind, draft: draftOf(input), stock, actor }));
  }

  @Get(':id')
  @ForConsole('rewards.read')
  @Answers({ status: 200, type: RewardItemDto })
  one(@Param('id', RowId) itemId: string) {
    return this.view(itemId);
  }

  /** Who has redeemed keeps the name, the terms and the price of that day. */
  @Put(':id')
  @ForConsole('rewards.write')
  @Answers({ status: 200, type: RewardItemDto })
  async change(
    @Param('id', RowId) itemId: string,
    @Body() input: RewardItemInputDto,
    @Caller() { staffId }: StaffCaller,
  ) {
    await this.revise.execute({ itemId, draft: draftOf(input), actor: { kind: 'staff', id: staffId } });
    return this.view(itemId);
  }

  @Post(':id/status')
  @HttpCode(200)
  @ForConsole('rewards.write')
  @Answers({ status: 200, type: RewardItemDto })
  async setStatus(
    @Param('id', RowId) itemId: string,
    @Body() { status }: RewardItemStatusDto,
    @Caller() { staffId }: StaffCaller,
  ) {
    await this.changeStatus.execute({ itemId, status, actor: { kind: 'staff', id: staffId } });
    return this.view(itemId);
  }

  private view(itemId: string): Promise<RewardItemDto> {
    return this.items.one(itemId) as Promise<RewardItemDto>;
  }
}
