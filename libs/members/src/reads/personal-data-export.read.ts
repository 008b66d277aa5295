import type { Clock, MemberId } from '@fanloop/kernel';
import { CLOCK, Reader } from '@fanloop/platform';
import { Inject, Injectable } from '@nestjs/common';
import { ContactsRead } from './contacts.read';
import { MemberProfileRead } from './member-profile.read';
import { NoticesRead } from './notices.read';
import type { PersonalDataSource } from './personal-data';

export type PersonalDataDocument = Readonly<Record<string, unknown>>;

/** Everything that is stored about one member, as one document. */
@Injectable()
export class PersonalDataExportRead {
  constructor(
    private readonly reader: Reader,
    private readonly profiles: MemberProfileRead,
    private readonly contacts: ContactsRead,
    private readonly notices: NoticesRead,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async of(memberId: MemberId, others: readonly PersonalDataSource[]): Promise<PersonalDataDocument> {
    const { consents: _current, phoneMasked: _masked, memberId: _id, ...profile } = await this.profiles.of(memberId);
    const members = {
      profile,
      identities: await this.contacts.plainIdentitiesOf(memberId),
      consents: await this.consentLog(memberId),
      notices: (await this.notices.all(memberId)).map(({ title, text, at, readAt }) => ({ title, text, at, readAt })),
      memberCodesShown: await this.reader.query(
        'SELECT used_at AS at FROM members_code_use WHERE member_id = ? ORDER BY used_at',
        [memberId],
      ),
    };
    const parts = await Promise.all(
      others.map(async (source) => [source.context, await source.personalDataOf(memberId)] as const),
    );
    return { format: 'fanloop.personal-data.v1', exportedAt: this.clock.now(), members, ...Object.fromEntries(parts) };
  }

  private async consentLog(memberId: MemberId): Promise<unknown[]> {
    const rows = await this.reader.query<{ granted: number }>(
      'SELECT purpose, version, granted, at, source, ip FROM members_consent WHERE member_id = ? ORDER BY id',
      [memberId],
    );
    return rows.map((row) => ({ ...row, granted: Boolean(row.granted) }));
  }
}
