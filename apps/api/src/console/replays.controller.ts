import { actorLabel } from '@fanloop/kernel';
import {
  type AskedChange,
  CancelReplay,
  ReplaysRead,
  type ReplayView,
  type RuleDraft,
  StartReplay,
} from '@fanloop/loyalty';
import { OrganizationDoor } from '@fanloop/organization';
import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { Answers } from '../answers';
import { Caller, ForConsole, type StaffCaller } from '../auth';
import { RowId } from '../row-id.pipe';
import { toWire } from '../wire';
import { ReplayDto, ReplayListDto, ReplayStartDto, ReplayStartedDto, ReplayStateDto } from './replays.dto';

/** Rules replayed on the brand's own past: start, watch, stop, read. */
@Controller('console/replays')
export class ReplaysController {
  constructor(
    private readonly start: StartReplay,
    private readonly stop: CancelReplay,
    private readonly replays: ReplaysRead,
    private readonly organization: OrganizationDoor,
  ) {}

  @Post()
  @ForConsole('rules.write')
  @Answers({ status: 201, type: ReplayStartedDto })
  async create(@Body() { from, to, storeIds = null, ...asked }: ReplayStartDto, @Caller() caller: StaffCaller) {
    return {
      replayId: await this.start.execute({ from, to, storeIds, changes: changesOf(asked), actor: staff(caller) }),
    };
  }

  @Get()
  @ForConsole('rules.read')
  @Answers({ status: 200, type: ReplayListDto })
  async list() {
    const items = await this.replays.list();
    const names = await this.namesOf(items);
    return { items: items.map((item) => toWire({ ...item, createdBy: names(item.createdBy) })) };
  }

  @Get(':id')
  @ForConsole('rules.read')
  @Answers({ status: 200, type: ReplayDto })
  async one(@Param('id', RowId) replayId: string) {
    const replay = await this.replays.one(replayId);
    const names = await this.namesOf([replay]);
    return toWire({ ...replay, createdBy: names(replay.createdBy) });
  }

  @Post(':id/cancel')
  @HttpCode(200)
  @ForConsole('rules.write')
  @Answers({ status: 200, type: ReplayStateDto })
  async cancel(@Param('id', RowId) replayId: string, @Caller() caller: StaffCaller) {
    await this.stop.execute({ replayId, actor: staff(caller) });
    return { state: 'cancelled' as const };
  }

  private async namesOf(replays: readonly Pick<ReplayView, 'createdBy'>[]): Promise<(label: string) => string> {
    const ids = replays.flatMap(({ createdBy }) => (createdBy.startsWith('staff:') ? [createdBy.slice(6)] : []));
    const names = await this.organization.staffNames([...new Set(ids)]);
    const byLabel = new Map([...names].map(([id, name]) => [actorLabel({ kind: 'staff', id }), name]));
    return (label) => byLabel.get(label) ?? label;
  }
}

const staff = ({ staffId }: StaffCaller) => ({ kind: 'staff', id: staffId }) as const;

type Asked = Pick<ReplayStartDto, 'ruleId' | 'draft' | 'drafts'>;

/** One rule by itself, several, or none. */
const changesOf = ({ ruleId, draft, drafts = [] }: Asked): AskedChange[] => {
  const alone = ruleId !== undefined || draft !== undefined ? [{ ruleId, draft }] : [];
  return [...alone, ...drafts] as { ruleId?: string | null; draft?: RuleDraft | null }[];
};
