import { accept, type Outcome, reject } from '@fanloop/kernel';
import { isTiedToStores, type Role } from './permissions';
import { refuse } from './refusals';

/** `system` stands for the deployment itself: the seed, the command line. */
export type Manager = Role | 'system';

const SUBORDINATES: Readonly<Record<Manager, readonly Role[]>> = {
  system: ['owner', 'manager', 'community-manager', 'store-manager', 'clerk'],
  owner: ['owner', 'manager', 'community-manager', 'store-manager', 'clerk'],
  manager: ['community-manager', 'store-manager', 'clerk'],
  'community-manager': [],
  'store-manager': [],
  clerk: [],
};

/** Nobody makes or changes staff that stand as high as himself, except the owner. */
export const mayManage = (manager: Manager, roles: readonly Role[]): Outcome<true> =>
  roles.every((role) => SUBORDINATES[manager].includes(role)) ? accept(true) : reject(refuse('StaffOutOfReach'));

/** The stores to keep: at least one where the role is tied to stores, none where it is not. */
export const storesOfRole = (role: Role, storeIds: readonly string[]): Outcome<string[]> => {
  if (!isTiedToStores(role)) return accept([]);
  return storeIds.length > 0 ? accept([...new Set(storeIds)]) : reject(refuse('StoresMissing'));
};

export const PASSWORD_MIN_LENGTH = 10;

/** Length is what counts against guessing; the two nearest guesses are kept out as well. */
export const checkPassword = (next: string, login: string, current: string | null): Outcome<string> =>
  next.length < PASSWORD_MIN_LENGTH || next.toLowerCase() === login.toLowerCase() || next === current
    ? reject(refuse('PasswordTooWeak', { minLength: PASSWORD_MIN_LENGTH }))
    : accept(next);

/** Logins are compared without case and surrounding blanks. */
export const normalLogin = (login: string): string => login.trim().toLowerCase();

export const INVITATION_TTL_HOURS = 24;
/** Without the characters that look alike; typed by hand, so case and blanks do not matter. */
export const normalInvitationCode = (code: string): string => code.replace(/[\s-]/g, '').toUpperCase();
