import { EntriesRead, LotsRead, ProveLedger } from '@fanloop/loyalty';
import { OrganizationDoor } from '@fanloop/organization';
import { BusinessCalendar, refusePlatform } from '@fanloop/platform';
import { Controller, Get, Param, Query } from '@nestjs/common';
import { Answers } from '../answers';
import { ForConsole } from '../auth';
import { RowId } from '../row-id.pipe';
import { toWire } from '../wire';
import { AccountProofDto, LedgerEntriesDto, LedgerQueryDto, LotListDto } from './member-ledger.dto';
import { staffNamesOf } from './staff-names';

/** The points account of one member, line by line, with its proof. */
@Controller('console/members/:id/points')
export class MemberLedgerController {
  constructor(
    private readonly entriesRead: EntriesRead,
    private readonly lotsRead: LotsRead,
    private readonly prove: ProveLedger,
    private readonly organization: OrganizationDoor,
    private readonly calendar: BusinessCalendar,
  ) {}

  @Get('entries')
  @ForConsole('members.read')
  @Answers({ status: 200, type: LedgerEntriesDto })
  async entries(@Param('id', RowId) memberId: string, @Query() { from, until, ...query }: LedgerQueryDto) {
    const { items, total } = await this.entriesRead.page(memberId, {
      ...query,
      from: from === undefined ? undefined : this.calendar.startOf(from),
      until: until === undefined ? undefined : this.calendar.startOfDayAfter(this.calendar.startOf(until), 1),
    });
    const [stores, nameOf] = await Promise.all([
      this.organization.storesByIds(items.flatMap(({ storeId }) => storeId ?? [])),
      staffNamesOf(
        this.organization,
        items.map(({ actor }) => actor),
      ),
    ]);
    const shown = items.map(({ storeId, actor, ...entry }) => ({
      ...entry,
      actor: nameOf(actor),
      storeName: stores.get(storeId ?? '')?.name ?? null,
    }));
    return toWire({ items: shown, total });
  }

  @Get('lots')
  @ForConsole('members.read')
  @Answers({ status: 200, type: LotListDto })
  async lots(@Param('id', RowId) memberId: string) {
    const lots = await this.lotsRead.execute(memberId);
    const stores = await this.organization.storesByIds(lots.flatMap(({ storeId }) => storeId ?? []));
    return toWire({ items: lots.map((lot) => ({ ...lot, storeName: stores.get(lot.storeId ?? '')?.name ?? null })) });
  }

  /** Each check with its first bad row. */
  @Get('proof')
  @ForConsole('members.read')
  @Answers({ status: 200, type: AccountProofDto })
  async proof(@Param('id', RowId) memberId: string) {
    const proof = await this.prove.checks(memberId);
    if (!proof) throw refusePlatform('NotFound');
    const checks = proof.checks.map(({ check, badRow }) => ({
      check,
      ok: badRow === null,
      badRow: badRow && { table: badRow.table, number: badRow.number, problem: badRow.problem },
    }));
    return { ok: checks.every(({ ok }) => ok), entries: proof.entries, checks };
  }
}
