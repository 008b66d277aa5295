import { type Actor, unwrap } from '@fanloop/kernel';
import type { Tx } from '@fanloop/platform';
import type { Role } from '../rules/permissions';
import { refuse } from '../rules/refusals';
import { mayManage } from '../rules/staff';
import type { StaffRepository } from '../store/staff.repository';

/** Throws unless the actor, as he stands now, may manage staff of these roles. */
export const assertManages = async (
  tx: Tx,
  staff: StaffRepository,
  actor: Actor,
  roles: readonly Role[],
): Promise<void> => {
  if (actor.kind === 'member') throw refuse('StaffOutOfReach');
  unwrap(mayManage(actor.kind === 'system' ? 'system' : await staff.roleOf(tx, actor.id), roles));
};

/** Throws when the brand would be left without an owner. */
export const assertOwnerStays = async (tx: Tx, staff: StaffRepository, leavingId: string): Promise<void> => {
  if ((await staff.countOtherOwners(tx, leavingId)) === 0) throw refuse('LastOwner');
};
