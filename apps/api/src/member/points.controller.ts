import { EntryExplanationRead, LoyaltyDoor, type PendingPoints, ProgrammeRead, TRIGGER_NAMES } from '@fanloop/loyalty';
import { OrganizationDoor } from '@fanloop/organization';
import { refusePlatform } from '@fanloop/platform';
import { Controller, Get, Param, Query } from '@nestjs/common';
import { Answers } from '../answers';
import { Caller, ForMember, type MemberCaller } from '../auth';
import { RuleNames } from '../rule-names';
import { entryWire } from '../shapes/points-entry';
import { toWire } from '../wire';
import { MemberEntryDto, MemberPointsDto, PointsFeedDto, PointsFeedQueryDto } from './points.dto';

const SHOWN_DAYS = 90;

/** The member's points, tier and journal, each entry with its why. */
@Controller('member/points')
export class MemberPointsController {
  constructor(
    private readonly loyalty: LoyaltyDoor,
    private readonly programme: ProgrammeRead,
    private readonly explanation: EntryExplanationRead,
    private readonly organization: OrganizationDoor,
    private readonly names: RuleNames,
  ) {}

  @Get()
  @ForMember()
  @Answers({ status: 200, type: MemberPointsDto })
  async points(@Caller() { memberId }: MemberCaller) {
    const [accounts, lotsExpiring, lotsPending, tier, waysToEarn, settings] = await Promise.all([
      this.loyalty.accounts([memberId]),
      this.loyalty.expiring(memberId, SHOWN_DAYS),
      this.loyalty.pending(memberId),
      this.loyalty.standing(memberId),
      this.names.all().then((names) => this.programme.waysToEarn(names)),
      this.programme.settings(),
    ]);
    const { available, pending, debt } = accounts.get(memberId) ?? { available: 0, pending: 0, debt: 0 };
    const transfersEnabled = settings.transfers.enabled;
    const lots = { lotsExpiring, lotsPending: lotsPending.map(withName) };
    return toWire({ available, pending, debt, ...lots, transfersEnabled, tier, waysToEarn }) as MemberPointsDto;
  }

  @Get('entries')
  @ForMember()
  @Answers({ status: 200, type: PointsFeedDto })
  async entries(@Query() { cursor, limit }: PointsFeedQueryDto, @Caller() { memberId }: MemberCaller) {
    const beforeSeq = cursor === undefined ? null : Number(cursor);
    const { items, nextBefore } = await this.loyalty.entries(memberId, { beforeSeq, limit });
    const stores = await this.organization.storesByIds(items.flatMap(({ storeId }) => storeId ?? []));
    return {
      items: items.map((entry) => entryWire(entry, stores.get(entry.storeId ?? '')?.name ?? null)),
      nextCursor: nextBefore === null ? null : String(nextBefore),
    };
  }

  /** One entry of his own with all that helps to understand it; an entry of anybody else is not there. */
  @Get('entries/:id')
  @ForMember()
  @Answers({ status: 200, type: MemberEntryDto })
  async entry(@Param('id') entryId: string, @Caller() { memberId }: MemberCaller): Promise<MemberEntryDto> {
    const [, owner, seq] = /^(\d{1,19})-(\d{1,9})$/.exec(entryId) ?? [];
    const found =
      owner === memberId ? await this.explanation.execute(memberId, Number(seq), await this.names.all()) : null;
    if (!found) throw refusePlatform('NotFound');
    const { entry, rules, lots, hint } = found;
    const stores = await this.organization.storesByIds(entry.storeId ? [entry.storeId] : []);
    const steps = rules.filter(({ applied }) => applied);
    return {
      entry: entryWire(entry, stores.get(entry.storeId ?? '')?.name ?? null),
      steps: steps.map(({ name, kind, points, lines }) => ({ name, kind: kind ?? '', points, lines: [...lines] })),
      lots: [...lots],
      hint: hint?.text ?? null,
    };
  }
}

/** What the points wait for, in words; a brand's own event keeps its name. */
const withName = (lot: PendingPoints): PendingPoints => ({ ...lot, activateOn: nameOf(lot.activateOn) });
const nameOf = (event: string | null): string | null =>
  event === null ? null : ((TRIGGER_NAMES as Readonly<Record<string, string>>)[event] ?? event);
