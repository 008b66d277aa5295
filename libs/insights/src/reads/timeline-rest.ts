import { ActivitiesDoor } from '@fanloop/activities';
import { CommunityDoor } from '@fanloop/community';
import { OrganizationDoor } from '@fanloop/organization';
import { TaggingDoor } from '@fanloop/tagging';
import { Injectable } from '@nestjs/common';

/** The timeline's other sources. */
@Injectable()
export class TimelineRest {
  constructor(
    readonly activities: ActivitiesDoor,
    readonly community: CommunityDoor,
    readonly tagging: TaggingDoor,
    readonly organization: OrganizationDoor,
  ) {}
}
