import { accept, type Outcome, reject } from '@fanloop/kernel';
import { refuse } from './refusals';

export const GENDERS = ['female', 'male', 'undisclosed'] as const;
export type Gender = (typeof GENDERS)[number];

export interface Profile {
  readonly nickname: string;
  readonly avatarUrl: string | null;
  /** `YYYY-MM-DD`. */
  readonly birthday: string | null;
  readonly gender: Gender;
}

export type ProfileChange = Partial<Profile>;

export const NICKNAME_MAX_LENGTH = 32;

/**
 * The profile after a change. The birthday is set once: it decides over presents, so it must not move about the year.
 * `today` is the brand's business day.
 */
export const changeProfile = (profile: Profile, change: ProfileChange, today: string): Outcome<Profile> => {
  const nickname = change.nickname?.trim() ?? profile.nickname;
  if (nickname === '' || [...nickname].length > NICKNAME_MAX_LENGTH)
    return reject(refuse('NicknameInvalid', { maxLength: NICKNAME_MAX_LENGTH }));
  const birthday = change.birthday ?? profile.birthday;
  if (birthday !== profile.birthday) {
    if (profile.birthday !== null) return reject(refuse('BirthdayFixed'));
    if (birthday !== null && !isBirthday(birthday, today)) return reject(refuse('BirthdayInvalid'));
  }
  return accept({
    nickname,
    birthday,
    avatarUrl: change.avatarUrl === undefined ? profile.avatarUrl : change.avatarUrl,
    gender: change.gender ?? profile.gender,
  });
};

/** A day that exists, not after `today`, and not before 1900. */
export const isBirthday = (text: string, today: string): boolean => {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || text < '1900-01-01' || text > today) return false;
  const [year, month, day] = text.split('-').map(Number);
  const date = new Date(Date.UTC(year!, month! - 1, day));
  return date.getUTCMonth() === month! - 1 && date.getUTCDate() === day;
};
