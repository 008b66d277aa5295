import { ChangePlanStatus, CreatePlan, PlansAdminRead, RevisePlan } from '@fanloop/memberships';
import { Body, Controller, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { Answers } from '../answers';
import { Caller, ForConsole, type StaffCaller } from '../auth';
import { RowId } from '../row-id.pipe';
import {
  MembershipPlanDto,
  MembershipPlanInputDto,
  MembershipPlanStatusDto,
  MembershipPlansDto,
  MembershipPlansPageDto,
  planInputOf,
} from './membership-plans.dto';

/** Plans of paid membership, with what they brought. */
@Controller('console/membership-plans')
export class MembershipPlansController {
  constructor(
    private readonly plans: PlansAdminRead,
    private readonly create: CreatePlan,
    private readonly revise: RevisePlan,
    private readonly changeStatus: ChangePlanStatus,
  ) {}

  @Get()
  @ForConsole('memberships.read')
  @Answers({ status: 200, type: MembershipPlansDto })
  list(@Query() { status, page, pageSize }: MembershipPlansPageDto) {
    return this.plans.page(status ?? null, page, pageSize) as Promise<MembershipPlansDto>;
  }

  /** A draft: members see it once it is on sale. */
  @Post()
  @ForConsole('memberships.write')
  @Answers({ status: 201, type: MembershipPlanDto })
  async make(@Body() input: MembershipPlanInputDto, @Caller() { staffId }: StaffCaller) {
    return this.view(await this.create.execute({ input: planInputOf(input), actor: { kind: 'staff', id: staffId } }));
  }

  @Get(':id')
  @ForConsole('memberships.read')
  @Answers({ status: 200, type: MembershipPlanDto })
  one(@Param('id', RowId) planId: string) {
    return this.view(planId);
  }

  /** Cards that are bought keep the terms that they were bought under. */
  @Put(':id')
  @ForConsole('memberships.write')
  @Answers({ status: 200, type: MembershipPlanDto })
  async change(
    @Param('id', RowId) planId: string,
    @Body() input: MembershipPlanInputDto,
    @Caller() { staffId }: StaffCaller,
  ) {
    await this.revise.execute({ planId, input: planInputOf(input), actor: { kind: 'staff', id: staffId } });
    return this.view(planId);
  }

  @Post(':id/status')
  @HttpCode(200)
  @ForConsole('memberships.write')
  @Answers({ status: 200, type: MembershipPlanDto })
  async setStatus(
    @Param('id', RowId) planId: string,
    @Body() { status }: MembershipPlanStatusDto,
    @Caller() { staffId }: StaffCaller,
  ) {
    await this.changeStatus.execute({ planId, status, actor: { kind: 'staff', id: staffId } });
    return this.view(planId);
  }

  private view(planId: string): Promise<MembershipPlanDto> {
    return this.plans.one(planId) as Promise<MembershipPlanDto>;
  }
}
