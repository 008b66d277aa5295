import { activeSince } from './clock-watch';

const at = (time: string): Date => new Date(`2026-06-15T${time}:00Z`);

describe('since when a clock rule may fire', () => {
  it('a rule that is new counts from its last change, also when the sweep comes late', () => {
    expect(activeSince(null, at('07:00'), at('08:30'))).toEqual(at('07:00'));
    expect(activeSince(null, at('09:00'), at('08:30'))).toEqual(at('08:30'));
  });

  it('a rule that is watched goes on, whatever is edited meanwhile', () =>
    expect(activeSince({ since: at('01:00'), seenAt: at('08:29') }, at('08:30'), at('08:30'))).toEqual(at('01:00')));

  it('after a downtime it goes on, unless it was changed in the dark', () => {
    const watched = { since: at('01:00'), seenAt: at('02:00') };
    expect(activeSince(watched, at('00:30'), at('08:30'))).toEqual(at('01:00'));
    expect(activeSince(watched, at('07:00'), at('08:30'))).toEqual(at('07:00'));
  });
});
