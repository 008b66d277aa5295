import { ChangeStock, ImportCodes, ItemsAdminRead } from '@fanloop/rewards';
import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { Answers } from '../answers';
import { Caller, ForConsole, type StaffCaller } from '../auth';
import { RowId } from '../row-id.pipe';
import { ImportedCodesDto, RewardCodesDto, RewardItemDto, RewardStockDto } from './reward-items.dto';

/** The stock of an item: pieces, or codes. */
@Controller('console/reward-items/:id')
export class ConsoleRewardStockController {
  constructor(
    private readonly items: ItemsAdminRead,
    private readonly changeStock: ChangeStock,
    private readonly importCodes: ImportCodes,
  ) {}

  @Post('stock')
  @HttpCode(200)
  @ForConsole('rewards.write')
  @Answers({ status: 200, type: RewardItemDto })
  async stock(@Param('id', RowId) itemId: string, @Body() { by }: RewardStockDto, @Caller() { staffId }: StaffCaller) {
    await this.changeStock.execute({ itemId, by, actor: { kind: 'staff', id: staffId } });
    return this.items.one(itemId) as Promise<RewardItemDto>;
  }

  /** Codes that the item has already are counted, not added. */
  @Post('codes')
  @HttpCode(200)
  @ForConsole('rewards.write')
  @Answers({ status: 200, type: ImportedCodesDto })
  codes(@Param('id', RowId) itemId: string, @Body() { codes }: RewardCodesDto, @Caller() { staffId }: StaffCaller) {
    return this.importCodes.execute({ itemId, lines: codes, actor: { kind: 'staff', id: staffId } });
  }
}
