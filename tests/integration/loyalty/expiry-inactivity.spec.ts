import { PLAIN_DRAFT } from '../../../libs/loyalty/src/rules/judging/rule';
import { provesAbsent } from '../../support/proves-absent';
import { INACTIVE_12, useExpiry } from './expiry-on';
import { aPurchase, MANAGER, violationsOf } from './loyalty-on';
import { expiry } from './operations-on';

describe('points that die after inactivity', () => {
  const { db, clock, reset, brand, buy, spend, available, around } = useExpiry();

  it('purchases and uses move the end; adjustments, events and returns of others do not', async () => {
    const operations = await brand(INACTIVE_12);
    await buy(operations, '2026-06-15T04:00:00Z');
    clock.set('2026-09-01T04:00:00Z');
    await spend(operations, 10, 'u1');
    expect((await operations.expiring.execute('7001', 400))[0]).toEqual({
      points: 90,
      expiresAt: new Date('2027-09-01T16:00:00Z'),
    });
    clock.set('2027-02-01T04:00:00Z');
    const gift = { memberId: '7001', points: 5, reason: '补偿', reference: 'a1', at: clock.now(), actor: MANAGER };
    await operations.unitOfWork.run((tx) => operations.adjust.execute(tx, gift));
    expect(await operations.expiring.execute('7001', 400)).toEqual([
      { points: 95, expiresAt: new Date('2027-09-01T16:00:00Z') },
    ]);
    expect(await around(operations, '2027-09-01T16:00:00Z')).toEqual([95, 95, 0, 0]);
  });

  it('points that came before any purchase end too: the first points start the clock', async () => {
    const operations = await brand(INACTIVE_12);
    await operations.createRule.execute({
      actor: MANAGER,
      draft: { ...PLAIN_DRAFT, name: '入会礼', trigger: 'sign-up', effect: { kind: 'fixed-points', points: 20 } },
    });
    const joined = { memberId: '7001', at: clock.now(), channel: 'import', birthday: null, inviterId: null };
    await operations.unitOfWork.run((tx) => operations.enrol.execute(tx, [joined]));
    expect(await around(operations, '2027-06-15T16:00:00Z')).toEqual([20, 20, 0, 0]);
  });

  it('L7 activity after the end does not wake what is dead, though the sweep is late', async () => {
    await provesAbsent({
      reset,
      sound: () => brand(INACTIVE_12),
      // Without the freeze: the late purchase moves the one clock that all lots share.
      broken: async () => {
        const operations = await brand(INACTIVE_12);
        const { ledger } = operations.parts;
        ledger.writer.write = async (tx, batch) => {
          batch.clocksRunOut.clear();
          await Object.getPrototypeOf(ledger.writer).write.call(ledger.writer, tx, batch);
        };
        return operations;
      },
      scenario: async (operations) => {
        await buy(operations, '2026-06-15T04:00:00Z');
        clock.set('2027-08-01T04:00:00Z');
        await buy(operations, '2027-08-01T04:00:00Z', 30);
        const shown = await available(operations);
        await operations.expire.execute();
        const swept = await available(operations);
        return shown === 30 && swept === 30 ? [] : [`${shown} shown, ${swept} after the sweep, 30 expected`];
      },
    });
  });

  it('history in one batch: what died in a long absence stays dead, and each spell has its own end', async () => {
    const operations = await brand(INACTIVE_12);
    await operations.earn(
      ...['2021-03-01T04:00:00Z', '2023-05-01T04:00:00Z', '2023-06-01T04:00:00Z', '2026-06-01T04:00:00Z'].map((at) =>
        aPurchase({ amountFen: 10_000, occurredAt: new Date(at) }),
      ),
    );
    await operations.expire.execute();
    const died = await db.query("SELECT points, at FROM loyalty_entry WHERE kind = 'expire' ORDER BY seq");
    expect(died).toEqual([
      { points: -100, at: new Date('2022-03-01T16:00:00Z') },
      { points: -200, at: new Date('2024-06-01T16:00:00Z') },
    ]);
    expect(await available(operations)).toBe(100);
    expect(await violationsOf(operations)).toEqual([]);
  });

  it('a shorter policy keeps the longer promise to points that have it, and another policy lets activity go on counting', async () => {
    const operations = await brand(INACTIVE_12);
    await buy(operations, '2026-06-15T04:00:00Z');
    await operations.set(expiry({ kind: 'inactivity', months: 6 }));
    await buy(operations, '2026-12-01T04:00:00Z');
    expect(await operations.expiring.execute('7001', 900)).toEqual([
      { points: 200, expiresAt: new Date('2027-12-01T16:00:00Z') },
    ]);
    await operations.set(expiry({ kind: 'rolling-months', months: 1 }));
    await buy(operations, '2027-03-01T04:00:00Z', 50);
    expect(await operations.expiring.execute('7001', 900)).toEqual([
      { points: 50, expiresAt: new Date('2027-04-01T16:00:00Z') },
      { points: 200, expiresAt: new Date('2028-03-01T16:00:00Z') },
    ]);
  });

  it('L8 what comes back lives its least time, and longer when the member stays active', async () => {
    const operations = await brand(INACTIVE_12);
    await buy(operations, '2026-06-15T04:00:00Z');
    await spend(operations, 60, 'o1');
    clock.set('2027-06-14T04:00:00Z');
    const back = { reference: 'o1', reason: '取消', at: clock.now(), actor: MANAGER };
    await operations.unitOfWork.run((tx) => operations.giveBack.execute(tx, back));
    // The clock of the whole account ends on the 15th; the lot that got points back lives until 14 July.
    expect(await operations.expiring.execute('7001', 400)).toEqual([
      { points: 100, expiresAt: new Date('2027-07-14T16:00:00Z') },
    ]);
    await buy(operations, '2027-06-15T04:00:00Z', 10);
    expect(await operations.expiring.execute('7001', 400)).toEqual([
      { points: 110, expiresAt: new Date('2028-06-15T16:00:00Z') },
    ]);
    expect(await violationsOf(operations)).toEqual([]);
  });
});
