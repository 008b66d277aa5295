import type { OrganizationDoor } from '@fanloop/organization';
import { FieldCipher, Outbox, UnitOfWork } from '@fanloop/platform';
import type { DataSource } from 'typeorm';
import { ConsentRepository } from '../../../libs/members/src/store/consent.repository';
import { IdentityRepository } from '../../../libs/members/src/store/identity.repository';
import { MemberRepository } from '../../../libs/members/src/store/member.repository';
import { Enrolment } from '../../../libs/members/src/use-cases/enrolment';
import { ImportMembers } from '../../../libs/members/src/use-cases/import-members.use-case';
import { FixedClock } from '../../support/fixed-clock';

export type { OrganizationDoor };
export const KEYS = { fieldKey: 'a'.repeat(64), blindIndexKey: 'b'.repeat(64) };
export const clock = new FixedClock();
export const cipher = new FieldCipher(KEYS);

/** The parts of the context on a data source of their own, so that a race runs over separate pools of connections. */
export const membersOn = (
  dataSource: DataSource,
  Identities: new (cipher: FieldCipher, clock: FixedClock) => IdentityRepository = IdentityRepository,
) => {
  const unitOfWork = new UnitOfWork(dataSource);
  const identities = new Identities(cipher, clock);
  const members = new MemberRepository();
  const outbox = new Outbox();
  return {
    unitOfWork,
    identities,
    members,
    enrolment: new Enrolment(identities, members, new ConsentRepository(clock), outbox, clock),
    imports: new ImportMembers(identities, members, outbox),
  };
};

export type MembersOn = ReturnType<typeof membersOn>;
