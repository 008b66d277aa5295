import { domainEvent } from '@fanloop/events';
import {
  AuditLog,
  DeadLetters,
  Deliver,
  DrainOutbox,
  type EventEnvelope,
  json,
  Outbox,
  Reader,
  Relay,
  type Tx,
  UnitOfWork,
} from '@fanloop/platform';
import { Logger } from '@nestjs/common';
import { FixedClock } from '../../support/fixed-clock';
import { usePrivateDatabase } from '../../support/private-database';
import { provesAbsent } from '../../support/proves-absent';
import { waitUntil } from '../../support/wait-until';

const CLOSED = 'members.member-closed.v1';

describe('Outbox', () => {
  beforeAll(() => Logger.overrideLogger(false));
  const database = usePrivateDatabase();
  const clock = new FixedClock();
  const failing = new Set<string>();
  const handler = {
    consumer: 'test.notes',
    events: [CLOSED] as const,
    async handle(tx: Tx, events: readonly EventEnvelope<typeof CLOSED>[]) {
      for (const event of events) {
        if (failing.has(event.payload.memberId)) throw new Error(`cannot take ${event.payload.memberId}`);
        await tx.execute(
          "INSERT INTO platform_audit (at, actor_kind, actor_id, action, subject, details) VALUES (?, 'system', 't', 'noted', ?, '{}')",
          [clock.now(), event.payload.memberId],
        );
      }
    },
  };
  const parts = () => {
    const unitOfWork = new UnitOfWork(database.dataSource);
    const relay = new Relay(unitOfWork, clock, [handler]);
    const deliver = new Deliver(unitOfWork, clock, [handler]);
    return { unitOfWork, relay, deliver, drain: new DrainOutbox(relay, deliver) };
  };
  const emit = (members: readonly string[]) =>
    parts().unitOfWork.run((tx) =>
      new Outbox().append(
        tx,
        members.map((memberId) => domainEvent(CLOSED, { memberId, at: clock.now().toISOString() }, clock.now())),
      ),
    );
  const noted = async (): Promise<string[]> =>
    (
      await database.query<{ subject: string }>("SELECT subject FROM platform_audit WHERE action = 'noted' ORDER BY id")
    ).map((row) => row.subject);
  beforeEach(() => failing.clear());

  it('tells of nothing that was rolled back', async () => {
    const { unitOfWork, drain } = parts();
    const rolledBack = unitOfWork.run(async (tx) => {
      await new Outbox().append(tx, [domainEvent(CLOSED, { memberId: '1', at: '' }, clock.now())]);
      throw new Error('no');
    });
    await expect(rolledBack).rejects.toThrow();
    expect(await drain.execute()).toBe(0);
  });

  it('L13 hands an event to its consumer once, however often and by however many workers it is delivered', async () => {
    const members = Array.from({ length: 40 }, (_, i) => String(i));
    await provesAbsent({
      reset: () => database.truncateAll(),
      scenario: async (deliverTo: (batch: { consumer: string; outboxIds: string[] }) => Promise<void>) => {
        await emit(members);
        const [batch] = await parts().relay.relay();
        await Promise.all(Array.from({ length: 6 }, () => deliverTo({ ...batch!, outboxIds: [...batch!.outboxIds] })));
        const seen = await noted();
        return seen.length === members.length ? [] : [`${seen.length} notes for ${members.length} events`];
      },
      sound: () => (batch) => parts().deliver.execute(batch),
      // The twin forgets the inbox: it hands over whatever the queue brings.
      broken: () => (batch) =>
        parts().unitOfWork.run(async (tx) => {
          const rows = await tx.query<{ payload: unknown; name: typeof CLOSED; event_id: string; occurred_at: Date }>(
            'SELECT * FROM platform_outbox WHERE id IN (?)',
            [batch.outboxIds],
          );
          const events = rows.map((row) => ({
            eventId: row.event_id,
            name: row.name,
            payload: json<{ memberId: string; at: string }>(row.payload),
            occurredAt: row.occurred_at,
          }));
          await handler.handle(tx, events);
        }),
    });
  });

  it('shares new events among parallel relays: each row once', async () => {
    await emit(Array.from({ length: 300 }, (_, i) => String(i)));
    const shares = await Promise.all(Array.from({ length: 4 }, () => parts().relay.relay(100)));
    const ids = shares.flat().flatMap((batch) => batch.outboxIds);
    expect(new Set(ids).size).toBe(ids.length);
    while ((await parts().relay.relay(100)).length > 0);
    expect(await database.query("SELECT 1 FROM platform_delivery WHERE state = 'pending'")).toHaveLength(300);
  });

  it('passes over a whole page of events that nobody listens to', async () => {
    const { unitOfWork, relay, drain } = parts();
    const at = clock.now();
    const unheard = domainEvent('loyalty.points-expired.v1', { memberId: '1', points: 1, at: at.toISOString() }, at);
    await unitOfWork.run((tx) =>
      new Outbox().append(
        tx,
        Array.from({ length: 250 }, () => unheard),
      ),
    );
    await emit(['7']);
    expect(await relay.relay(100)).toHaveLength(1);
    await drain.execute();
    expect(await database.query("SELECT 1 FROM platform_outbox WHERE state = 'pending'")).toHaveLength(0);
  });

  it('hands an event to a second consumer while the first is still at work on it', async () => {
    const { unitOfWork } = parts();
    await emit(['1']);
    let release: () => void = () => undefined;
    const busy = new Promise<void>((resolve) => {
      release = resolve;
    });
    const slow = { consumer: 'test.slow', events: [CLOSED] as const, handle: () => busy };
    const handlers = [slow, handler];
    const batches = await new Relay(unitOfWork, clock, handlers).relay();
    const deliver = new Deliver(unitOfWork, clock, handlers);
    const first = deliver.execute(batches.find((batch) => batch.consumer === 'test.slow')!);
    await waitUntil('the slow consumer holds its delivery', async () => {
      const free = "SELECT 1 FROM platform_delivery WHERE consumer = 'test.slow' FOR UPDATE SKIP LOCKED";
      return (await database.query(free)).length === 0;
    });
    await deliver.execute(batches.find((batch) => batch.consumer === 'test.notes')!).finally(release);
    await first;
    expect(await noted()).toEqual(['1']);
  });

  it('P20 lets one bad event wait alone, retries it later, and buries it after the last try', async () => {
    failing.add('bad');
    await emit(['1', 'bad', '2']);
    await parts().drain.execute();
    expect(await noted()).toEqual(['1', '2']);
    for (let i = 0; i < 15; i += 1) {
      clock.advance({ hours: 2 });
      await parts().drain.execute();
    }
    const deadLetters = new DeadLetters(
      new Reader(database.dataSource),
      new UnitOfWork(database.dataSource),
      new AuditLog(clock),
      clock,
    );
    const [letter] = await deadLetters.list();
    expect(letter).toMatchObject({ consumer: 'test.notes', attempts: 12, lastError: 'Error: cannot take bad' });
    failing.clear();
    await deadLetters.rerun(letter!.eventId, letter!.consumer, { kind: 'staff', id: '1' });
    await parts().drain.execute();
    expect(await noted()).toEqual(['1', '2', 'bad']);
    await expect(
      deadLetters.rerun(letter!.eventId, letter!.consumer, { kind: 'staff', id: '1' }),
    ).rejects.toMatchObject({ code: 'NotFound' });
  });

  it('finds the deliveries of a lost queue again when their lease has passed', async () => {
    await emit(['1']);
    expect(await parts().relay.relay()).toHaveLength(1);
    expect(await parts().relay.due()).toHaveLength(0);
    clock.advance({ minutes: 2 });
    await parts().drain.execute();
    expect(await noted()).toEqual(['1']);
  });
});
