import { Injectable } from '@nestjs/common';
import { IANAZone } from 'luxon';
import { type PlannedInstant, plannedInstant } from '../rules/local-time';
import { refuse } from '../rules/refusals';

/** What the zone database of this machine says. */
@Injectable()
export class TimeZones {
  /** Refuses ZoneUnknown and LocalTimeInvalid. */
  instantOf(local: string, zone: string): PlannedInstant {
    if (!IANAZone.isValidZone(zone)) throw refuse('ZoneUnknown', { zone });
    const iana = IANAZone.create(zone);
    const instant = plannedInstant(local, (atMs) => iana.offset(atMs));
    if (!instant) throw refuse('LocalTimeInvalid', { local });
    return instant;
  }
}
