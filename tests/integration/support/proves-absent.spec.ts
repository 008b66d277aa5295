import { provesAbsent } from '../../support/proves-absent';

describe('provesAbsent', () => {
  const scenario = (count: () => number): string[] => (count() === 1 ? [] : ['counted twice']);
  const once = () => () => 1;
  const twice = () => () => 2;

  it('passes when the sound variant holds and the twin is caught', async () => {
    await expect(provesAbsent({ scenario, sound: once, broken: twice })).resolves.toMatchObject({ attempts: 1 });
  });

  it('fails when the sound variant violates the invariant', async () => {
    await expect(provesAbsent({ scenario, sound: twice, broken: twice })).rejects.toThrow('counted twice');
  });

  it('fails when the twin looks whole, because then the test could not fail', async () => {
    await expect(provesAbsent({ scenario, sound: once, broken: once })).rejects.toThrow('would not notice');
  });

  it('fails when the twin merely crashes', async () => {
    const crash = (): (() => number) => () => {
      throw new Error('typing error');
    };
    await expect(provesAbsent({ scenario, sound: once, broken: crash })).rejects.toThrow('crashed');
  });

  it('plays a race as often as it takes, and the sound variant as often', async () => {
    let rounds = 0;
    let sound = 0;
    const proof = await provesAbsent({
      scenario,
      sound: () => {
        sound += 1;
        return () => 1;
      },
      broken: () => {
        rounds += 1;
        return () => (rounds < 3 ? 1 : 2);
      },
    });
    expect(proof.attempts).toBe(3);
    expect(sound).toBe(3);
  });
});
