import { ReceiveEvent } from '@fanloop/loyalty';
import { MembersDoor } from '@fanloop/members';
import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Answers } from '../answers';
import { Caller, ForOpen, type IntegrationCaller } from '../auth';
import { toWire } from '../wire';
import { OpenEventAnswerDto, OpenEventDto } from './events.dto';
import { refuse } from './refusals';

/** Events of other systems, for rules with the trigger `custom`. */
@ApiTags('open')
@Controller('open/events')
export class OpenEventsController {
  constructor(
    private readonly receive: ReceiveEvent,
    private readonly members: MembersDoor,
  ) {}

  /** Judged at once: the answer says what the rules gave. */
  @Post()
  @HttpCode(202)
  @ForOpen('events.write')
  @Answers({ status: 202, type: OpenEventAnswerDto })
  async take(@Body() body: OpenEventDto, @Caller() { keyId }: IntegrationCaller) {
    const memberId = await this.memberOf(body);
    const { eventId, name, at, amountFen, properties } = body;
    const event = { ...properties, ...(amountFen === undefined ? {} : { amountFen }) };
    const moment = at === undefined ? null : new Date(at);
    const judged = await this.receive.execute({ senderId: keyId, eventId, name, memberId, at: moment, event });
    const { memberId: _, ...answer } = judged;
    return toWire(answer) as OpenEventAnswerDto;
  }

  /** Who has left is not found. */
  private async memberOf({ memberNo, identity }: OpenEventDto): Promise<string> {
    const found = memberNo
      ? (await this.members.findByNumber([memberNo])).get(memberNo)
      : (await this.members.findByIdentity(identity!.kind, [identity!.value])).get(identity!.value);
    const member = found && (await this.members.summaries([found])).get(found);
    if (!member || member.status === 'closed') throw refuse('MemberNotFound');
    return found;
  }
}
