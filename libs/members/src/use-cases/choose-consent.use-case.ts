import { type MemberId, unwrap } from '@fanloop/kernel';
import { UnitOfWork } from '@fanloop/platform';
import { Injectable } from '@nestjs/common';
import { type ConsentChoice, judgeChange } from '../rules/consent';
import { ConsentRepository } from '../store/consent.repository';
import { MemberRepository } from '../store/member.repository';

/** Gives or withdraws one consent; each change is one more row of the log. */
@Injectable()
export class ChooseConsent {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly members: MemberRepository,
    private readonly consents: ConsentRepository,
  ) {}

  execute(command: {
    readonly memberId: MemberId;
    readonly choice: ConsentChoice;
    readonly ip: string;
  }): Promise<void> {
    return this.unitOfWork.run(async (tx) => {
      await this.members.lock(tx, command.memberId);
      const text = (await this.consents.texts(tx)).find((candidate) => candidate.purpose === command.choice.purpose);
      if (!text) throw new Error(`no text for the purpose ${command.choice.purpose}`);
      const choice = unwrap(judgeChange(text, command.choice));
      const known = (await this.consents.current(tx, command.memberId)).find((row) => row.purpose === choice.purpose);
      if (known?.granted === choice.granted && known.version === choice.version) return;
      await this.consents.record(tx, command.memberId, [choice], { source: 'mini-program', ip: command.ip });
    });
  }
}
