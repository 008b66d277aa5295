import { Authenticate, Reader, Sessions, UnitOfWork } from '@fanloop/platform';
import { FixedClock } from '../../support/fixed-clock';
import { usePrivateDatabase } from '../../support/private-database';

describe('Sessions', () => {
  const database = usePrivateDatabase();
  let clock: FixedClock;
  const parts = () => {
    const unitOfWork = new UnitOfWork(database.dataSource);
    return {
      unitOfWork,
      sessions: new Sessions(unitOfWork, clock),
      authenticate: new Authenticate(new Reader(database.dataSource), clock),
    };
  };
  const open = (subject = '7') => parts().unitOfWork.run((tx) => parts().sessions.open(tx, 'staff', subject));
  beforeEach(() => {
    clock = new FixedClock();
  });

  it('knows who an access token belongs to, until it expires', async () => {
    const tokens = await open();
    await expect(parts().authenticate.execute(tokens.accessToken)).resolves.toMatchObject({
      audience: 'staff',
      subject: '7',
    });
    await expect(parts().authenticate.execute('nonsense')).rejects.toMatchObject({ code: 'SessionExpired' });
    await expect(parts().authenticate.execute(tokens.refreshToken)).rejects.toMatchObject({ code: 'SessionExpired' });
    clock.advance({ minutes: 15 });
    await expect(parts().authenticate.execute(tokens.accessToken)).rejects.toMatchObject({ code: 'SessionExpired' });
  });

  it('stores no token, only hashes', async () => {
    const tokens = await open();
    const stored = JSON.stringify(await database.query('SELECT * FROM platform_session_token'));
    for (const token of [tokens.accessToken, tokens.refreshToken]) expect(stored).not.toContain(token);
  });

  it('rotates: a refresh may be repeated when its answer was lost, but an old token that comes back ends the session', async () => {
    const first = await open();
    clock.advance({ minutes: 20 });
    const second = await parts().sessions.refresh('staff', first.refreshToken);
    clock.advance({ seconds: 10 });
    await expect(parts().sessions.refresh('staff', first.refreshToken)).resolves.toHaveProperty('accessToken');
    clock.advance({ minutes: 5 });
    await expect(parts().sessions.refresh('staff', first.refreshToken)).rejects.toMatchObject({
      code: 'SessionInvalid',
    });
    await expect(parts().authenticate.execute(second.accessToken)).rejects.toMatchObject({ code: 'SessionInvalid' });
    await expect(parts().sessions.refresh('staff', second.refreshToken)).rejects.toMatchObject({
      code: 'SessionInvalid',
    });
  });

  it('refuses a refresh token of another audience', async () => {
    const tokens = await open();
    await expect(parts().sessions.refresh('wechat', tokens.refreshToken)).rejects.toMatchObject({
      code: 'SessionExpired',
    });
  });

  it('S3 ends every session of a revoked subject at once, and no other', async () => {
    const [one, two, other] = await Promise.all([open('7'), open('7'), open('8')]);
    await parts().unitOfWork.run((tx) => parts().sessions.revokeAll(tx, 'staff', '7'));
    for (const tokens of [one!, two!])
      await expect(parts().authenticate.execute(tokens.accessToken)).rejects.toMatchObject({ code: 'SessionInvalid' });
    await expect(parts().authenticate.execute(other!.accessToken)).resolves.toMatchObject({ subject: '8' });
  });
});
