import { FieldCipher, type Tx } from '@fanloop/platform';
import {
  type IdentityKey,
  IdentityRepository,
  type IdentityRow,
} from '../../../libs/members/src/store/identity.repository';
import type { FixedClock } from '../../support/fixed-clock';
import { usePrivateDatabase } from '../../support/private-database';
import { provesAbsent } from '../../support/proves-absent';
import { type MembersOn, membersOn } from './members-on';

const PHONE = '+8613900000001';
const CALLERS = 8;

/** Looks whose the phone is without holding its row: everybody sees that it is nobody's. */
class UnlockedIdentities extends IdentityRepository {
  override async claim(tx: Tx, keys: readonly IdentityKey[]): Promise<Map<string, IdentityRow>> {
    const seen = await this.find(tx, keys);
    if (seen.size === keys.length) return seen;
    const made = await super.claim(tx, keys);
    return new Map([...made].map(([index, row]) => [index, { ...row, memberId: seen.get(index)?.memberId ?? null }]));
  }
}

describe('one member per verified phone', () => {
  const db = usePrivateDatabase();
  const open = async (Identities: new (cipher: FieldCipher, clock: FixedClock) => IdentityRepository) =>
    Promise.all([0, 1].map(async () => membersOn(await db.another(CALLERS), Identities)));

  const visitors = async ({ unitOfWork, identities }: MembersOn): Promise<string[]> =>
    unitOfWork.run(async (tx) => {
      const keys = Array.from({ length: CALLERS }, (_, i) => ({ kind: 'miniapp-openid', value: `o-${i}` }));
      return [...(await identities.claim(tx, keys)).values()].map((row) => row.id);
    });

  const violations = async (): Promise<string[]> => {
    const [row] = await db.query<{ members: number; linked: number }>(
      `SELECT (SELECT COUNT(*) FROM members_member) AS members,
              (SELECT COUNT(DISTINCT member_id) FROM members_identity) AS linked`,
    );
    return Number(row!.members) === 1 && Number(row!.linked) === 1
      ? []
      : [`${row!.members} members, ${row!.linked} of them with an identity, for one phone`];
  };

  it('eight WeChat accounts enrol with one phone at the same moment and are one member', async () => {
    await provesAbsent<MembersOn[]>({
      scenario: async (parts) => {
        const identityIds = await visitors(parts[0]!);
        await Promise.all(
          identityIds.map((identityId, i) => {
            const { unitOfWork, enrolment } = parts[i % parts.length]!;
            const command = { identityId, phoneCode: '', consents: [], inviterNo: null, ip: '127.0.0.1' };
            return unitOfWork.run((tx) => enrolment.enrol(tx, command, PHONE, []));
          }),
        );
        return violations();
      },
      sound: () => open(IdentityRepository),
      broken: () => open(UnlockedIdentities),
      reset: () => db.truncateAll(),
    });
  });

  it('imports of the same person, and an enrolment, at the same moment make one member', async () => {
    await provesAbsent<MembersOn[]>({
      scenario: async (parts) => {
        const [identityId] = await visitors(parts[0]!);
        const row = { kind: 'pos-card', nickname: null, joinedAt: new Date('2025-01-01T00:00:00Z'), phone: PHONE };
        const command = { identityId: identityId!, phoneCode: '', consents: [], inviterNo: null, ip: '127.0.0.1' };
        await Promise.all([
          parts[0]!.unitOfWork.run((tx) => parts[0]!.enrolment.enrol(tx, command, PHONE, [])),
          ...Array.from({ length: CALLERS }, (_, i) => {
            const { unitOfWork, imports } = parts[i % parts.length]!;
            return unitOfWork.run((tx) => imports.execute(tx, [{ ...row, externalKey: `card-${i}` }]));
          }),
        ]);
        return violations();
      },
      sound: () => open(IdentityRepository),
      broken: () => open(UnlockedIdentities),
      reset: () => db.truncateAll(),
    });
  });
});
