import { ActivitiesAdminRead, ChangeActivityStatus, CreateActivity, ReviseActivity } from '@fanloop/activities';
import { Body, Controller, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { Answers } from '../answers';
import { Caller, ForConsole, type StaffCaller } from '../auth';
import { RowId } from '../row-id.pipe';
import {
  ActivitiesPageDto,
  ActivityInputDto,
  ActivityStatusDto,
  ConsoleActivitiesDto,
  ConsoleActivityDto,
  ConsoleEntriesDto,
  draftOf,
} from './activities.dto';

@Controller('console/activities')
export class ConsoleActivitiesController {
  constructor(
    private readonly activities: ActivitiesAdminRead,
    private readonly create: CreateActivity,
    private readonly revise: ReviseActivity,
    private readonly changeStatus: ChangeActivityStatus,
  ) {}

  @Get()
  @ForConsole('activities.read')
  @Answers({ status: 200, type: ConsoleActivitiesDto })
  list(@Query() { page, pageSize }: ActivitiesPageDto) {
    return this.activities.page(page, pageSize);
  }

  /** A draft: members see it once it is opened. */
  @Post()
  @ForConsole('activities.write')
  @Answers({ status: 201, type: ConsoleActivityDto })
  async make(@Body() input: ActivityInputDto, @Caller() { staffId }: StaffCaller) {
    return this.activities.one(await this.create.execute(draftOf(input), { kind: 'staff', id: staffId }));
  }

  @Get(':id')
  @ForConsole('activities.read')
  @Answers({ status: 200, type: ConsoleActivityDto })
  one(@Param('id', RowId) activityId: string) {
    return this.activities.one(activityId);
  }

  @Put(':id')
  @ForConsole('activities.write')
  @Answers({ status: 200, type: ConsoleActivityDto })
  async change(
    @Param('id', RowId) activityId: string,
    @Body() input: ActivityInputDto,
    @Caller() { staffId }: StaffCaller,
  ) {
    await this.revise.execute({ activityId, draft: draftOf(input), actor: { kind: 'staff', id: staffId } });
    return this.activities.one(activityId);
  }

  @Post(':id/status')
  @HttpCode(200)
  @ForConsole('activities.write')
  @Answers({ status: 200, type: ConsoleActivityDto })
  async setStatus(
    @Param('id', RowId) activityId: string,
    @Body() { status }: ActivityStatusDto,
    @Caller() { staffId }: StaffCaller,
  ) {
    await this.changeStatus.execute({ activityId, status, actor: { kind: 'staff', id: staffId } });
    return this.activities.one(activityId);
  }

  @Get(':id/entries')
  @ForConsole('activities.read')
  @Answers({ status: 200, type: ConsoleEntriesDto })
  async entries(@Param('id', RowId) activityId: string) {
    return { items: await this.activities.entries(activityId) };
  }
}
