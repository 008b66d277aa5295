import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';

const time = z.iso.datetime();
const count = z.number().int();

/** An activity in a list, with the reader's own state. */
export const activityCard = z.object({
  id: z.string(),
  kind: z.literal('event'),
  title: z.string(),
  summary: z.string(),
  coverUrl: z.string().nullable(),
  startsAt: time,
  endsAt: time,
  place: z.string(),
  seatsTotal: count,
  seatsLeft: count,
  waiting: count,
  status: z.enum(['open', 'closed', 'settled', 'cancelled']),
  myState: z.enum(['none', 'joined', 'waiting', 'cancelled', 'attended']),
});

export class ActivityCardsDto extends createZodDto(z.object({ items: z.array(activityCard) })) {}
