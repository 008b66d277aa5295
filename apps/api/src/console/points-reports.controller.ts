import { PointsLiabilityRead, StoreSettlementRead } from '@fanloop/loyalty';
import { OrganizationDoor } from '@fanloop/organization';
import { Controller, Get, Query } from '@nestjs/common';
import { Answers } from '../answers';
import { ForConsole } from '../auth';
import { LiabilityDto, SettlementDto, SettlementQueryDto } from './points-reports.dto';

const HEADQUARTERS = '总部';

/** What the brand owes its members in points, and what its stores owe each other for them. */
@Controller('console/points-reports')
export class PointsReportsController {
  constructor(
    private readonly liabilityRead: PointsLiabilityRead,
    private readonly settlementRead: StoreSettlementRead,
    private readonly organization: OrganizationDoor,
  ) {}

  @Get('liability')
  @ForConsole('rules.read')
  @Answers({ status: 200, type: LiabilityDto })
  async liability() {
    const { at, byMonth, byStore, ...totals } = await this.liabilityRead.execute();
    const placeOf = await this.places(byStore.map(({ key }) => key));
    return {
      ...totals,
      at: at.toISOString(),
      byMonth: byMonth.map(({ key, ...line }) => ({ ...line, month: key })),
      byStore: byStore.map(({ key, ...line }) => ({ ...line, ...placeOf(key) })),
    };
  }

  @Get('settlement')
  @ForConsole('rules.read')
  @Answers({ status: 200, type: SettlementDto })
  async settlement(@Query() { from, until }: SettlementQueryDto) {
    const { places, flows, ...totals } = await this.settlementRead.execute(from, until);
    const placeOf = await this.places(places.map(({ place }) => place));
    return {
      ...totals,
      places: places.map(({ place, ...balance }) => ({ ...balance, ...placeOf(place) })),
      flows: flows.map((flow) => ({ points: flow.points, from: placeOf(flow.from), to: placeOf(flow.to) })),
    };
  }

  /** Stores by name; without a store, and for one that is not known any more, headquarters stands in. */
  private async places(ids: readonly (string | null)[]) {
    const stores = await this.organization.storesByIds(ids.flatMap((id) => id ?? []));
    return (id: string | null) => ({ storeId: id, storeName: (id && stores.get(id)?.name) || HEADQUARTERS });
  }
}
