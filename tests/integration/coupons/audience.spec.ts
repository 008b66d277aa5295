import { AudienceRepository } from '../../../libs/coupons/src/store/audience.repository';
import { FixedClock } from '../../support/fixed-clock';
import { usePrivateDatabase } from '../../support/private-database';
import { couponsProcess, draft, settled, staff } from './coupons-process';

describe('a coupon for an audience', () => {
  const database = usePrivateDatabase();
  const clock = new FixedClock('2026-06-15T04:00:00Z');
  const audiences = new AudienceRepository();
  const process = () => couponsProcess(database.dataSource, clock);

  const audienceOf = (shop: ReturnType<typeof process>, ...members: string[]): Promise<string> =>
    shop.unitOfWork.run(async (tx) => {
      const audienceId = await audiences.create(tx, '铁粉', clock.now());
      await audiences.append(tx, audienceId, members);
      return audienceId;
    });

  it('is claimed by its members only; who is listed twice is in it once', async () => {
    const shop = process();
    const audienceId = await audienceOf(shop, '1', '2', '1');
    const make = draft({ openTo: 'audience', audienceId });
    const templateId = await shop.create.execute({ draft: make, status: 'active', actor: staff });
    const claims = ['1', '2', '3'].map((memberId) =>
      shop.claim.execute({ templateId, memberId, idempotencyKey: `audience-${memberId}` }),
    );
    const { done, refused } = await settled(claims);
    expect([done.length, refused]).toEqual([2, ['NotInvited']]);
    expect(await audiences.page(shop.reader, audienceId, 0, 10)).toEqual(['1', '2']);
    expect(await audiences.page(shop.reader, audienceId, 1, 10)).toEqual(['2']);
  });

  it('grows in pieces without gaps and without anybody twice', async () => {
    const shop = process();
    const audienceId = await audienceOf(shop, '5', '6');
    const size = await shop.unitOfWork.run((tx) => audiences.append(tx, audienceId, ['6', '7', '5', '8']));
    expect(size).toBe(4);
    expect(await audiences.page(shop.reader, audienceId, 0, 10)).toEqual(['5', '6', '7', '8']);
  });

  it('one that is only issued is claimed by nobody, and comes by every other way', async () => {
    const shop = process();
    const make = draft({ openTo: 'nobody', perMemberLimit: 9 });
    const templateId = await shop.create.execute({ draft: make, status: 'active', actor: staff });
    const claim = shop.claim.execute({ templateId, memberId: '1', idempotencyKey: 'only-issued' });
    expect((await settled([claim])).refused).toEqual(['NotInvited']);
    const channels = ['rule', 'points', 'bulk', 'code'] as const;
    const asked = channels.map((channel) => ({ templateId, memberId: '1', channel }));
    const outcomes = await shop.unitOfWork.run((tx) => shop.grants.execute(tx, asked, clock.now()));
    expect(outcomes.map(({ ok }) => ok)).toEqual([true, true, true, true]);
    expect(await database.query('SELECT channel FROM coupons_coupon ORDER BY id')).toEqual(
      channels.map((channel) => ({ channel })),
    );
  });

  it('needs an audience that exists, and names one only when it is open to one', async () => {
    const shop = process();
    const make = (more: Parameters<typeof draft>[0]) =>
      shop.create.execute({ draft: draft(more), status: 'active', actor: staff });
    const { refused } = await settled([
      make({ openTo: 'audience', audienceId: '99' }),
      make({ openTo: 'audience' }),
      make({ openTo: 'everyone', audienceId: '1' }),
    ]);
    expect(refused).toEqual(['AudienceNotFound', 'TemplateInvalid', 'TemplateInvalid']);
  });
});
