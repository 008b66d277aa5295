import { changeProfile, isBirthday, type Profile } from './profile';

const profile: Profile = { nickname: '小叶', avatarUrl: null, birthday: null, gender: 'undisclosed' };
const today = '2026-06-15';

describe('a profile', () => {
  it('takes what is given and keeps the rest', () =>
    expect(changeProfile(profile, { nickname: ' 茶茶 ', gender: 'female' }, today)).toEqual({
      ok: true,
      value: { nickname: '茶茶', avatarUrl: null, birthday: null, gender: 'female' },
    }));

  it('sets the birthday once', () => {
    expect(changeProfile(profile, { birthday: '1990-02-28' }, today)).toMatchObject({ ok: true });
    const set = { ...profile, birthday: '1990-02-28' };
    expect(changeProfile(set, { birthday: '1990-03-01' }, today)).toMatchObject({ refusal: { code: 'BirthdayFixed' } });
    expect(changeProfile(set, { birthday: '1990-02-28' }, today)).toMatchObject({ ok: true });
  });

  it.each(['', '   ', '字'.repeat(33)])('refuses the nickname %j', (nickname) =>
    expect(changeProfile(profile, { nickname }, today)).toMatchObject({ refusal: { code: 'NicknameInvalid' } }),
  );

  it.each([
    ['2000-02-29', true],
    ['2001-02-29', false],
    ['1999-13-01', false],
    ['2026-06-15', true],
    ['2026-06-16', false],
    ['1899-12-31', false],
    ['06-15', false],
  ])('%s is a birthday: %s', (text, expected) => expect(isBirthday(text, today)).toBe(expected));
});
