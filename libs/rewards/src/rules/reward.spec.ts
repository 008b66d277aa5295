import { type HeldReward, type RewardState, shownState, whyNotCancel, whyNotPickUp, whyNotWaiting } from './reward';

const NOW = new Date('2026-06-15T04:00:00Z');
const LATER = new Date('2026-06-15T04:00:00.001Z');
const held = (state: RewardState, expiresAt: Date | null = LATER): HeldReward => ({ state, expiresAt, endedAt: null });
const here = { storeId: '11', storeIds: null };

describe('a reward that waits', () => {
  it.each<[RewardState, Date | null, string | null]>([
    ['reserved', LATER, 'RewardUnpaid'],
    ['reserved', NOW, 'RewardUnpaid'],
    ['ready', LATER, null],
    ['ready', NOW, 'RewardExpired'],
    ['picked-up', LATER, 'RewardPickedUp'],
    ['picked-up', NOW, 'RewardPickedUp'],
    ['cancelled', NOW, 'RewardCancelled'],
    ['expired', NOW, 'RewardExpired'],
    ['delivered', null, 'RewardDelivered'],
  ])('%s until %p: handing over and cancelling are answered %s', (state, expiresAt, code) => {
    const reward = held(state, expiresAt);
    expect(whyNotPickUp(reward, here, NOW)?.code ?? null).toBe(code);
    expect(whyNotWaiting(reward, NOW)?.code ?? null).toBe(code);
  });

  it('is cancelled also while it is not paid, beyond its time too: the payment says when that is over', () => {
    const codes = [held('reserved', LATER), held('reserved', NOW), held('ready', NOW), held('delivered', null)];
    expect(codes.map((reward) => whyNotCancel(reward, NOW)?.code)).toEqual([
      undefined,
      undefined,
      'RewardExpired',
      'RewardDelivered',
    ]);
  });

  it('is picked up where the item says', () => {
    const code = (storeIds: string[] | null) => whyNotPickUp(held('ready'), { storeId: '11', storeIds }, NOW)?.code;
    expect([code(null), code(['10', '11']), code(['1'])]).toEqual([undefined, undefined, 'NotInThisStore']);
  });

  it('tells when it was picked up', () => {
    const reward = { ...held('picked-up'), endedAt: NOW };
    expect(whyNotPickUp(reward, here, LATER)?.details).toEqual({ at: '2026-06-15T04:00:00.000Z' });
  });

  it('is shown as expired from the instant on, before the sweep comes by', () => {
    expect([shownState(held('ready'), NOW), shownState(held('ready'), LATER)]).toEqual(['ready', 'expired']);
    expect(shownState(held('picked-up'), LATER)).toBe('picked-up');
    expect(shownState(held('reserved', NOW), NOW)).toBe('reserved');
  });
});
