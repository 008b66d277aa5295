import { type Actor, actorLabel, type Clock } from '@fanloop/kernel';
import { AuditLog, CLOCK, Outbox, type Tx, UnitOfWork } from '@fanloop/platform';
import { Inject, Injectable } from '@nestjs/common';
import { refuse } from '../rules/refusals';
import { MembershipRepository } from '../store/membership.repository';
import { tagEvents } from './tag-events';

export interface TagByHandCommand {
  readonly memberId: string;
  readonly code: string;
  /** True puts the tag on, false takes it off; repeating changes nothing. */
  readonly on: boolean;
  readonly actor: Actor;
}

export interface CreateTagCommand {
  readonly code: string;
  readonly name: string;
  readonly description: string;
  readonly actor: Actor;
}

/** Manual tags: made, put on and taken off by people. Computed tags are refused here. */
@Injectable()
export class TagByHand {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly memberships: MembershipRepository,
    private readonly outbox: Outbox,
    private readonly audit: AuditLog,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  create(command: CreateTagCommand): Promise<void> {
    const { code, name, description, actor } = command;
    return this.unitOfWork.run(async (tx) => {
      await tx.execute(
        "INSERT INTO tagging_tag (code, name, kind, version, description) VALUES (?, ?, 'manual', 1, ?) ON DUPLICATE KEY UPDATE code = VALUES(code)",
        [code, name, description],
      );
      await this.audit.append(tx, { actor, action: 'tagging.tag-created', subject: `tag:${code}` });
    });
  }

  execute(command: TagByHandCommand): Promise<void> {
    return this.unitOfWork.run(async (tx) => {
      const [tag] = await tx.query<{ kind: string; name: string }>(
        'SELECT kind, name FROM tagging_tag WHERE code = ?',
        [command.code],
      );
      if (!tag) throw refuse('TagNotFound');
      if (tag.kind !== 'manual') throw refuse('TagIsComputed');
      await (command.on ? this.putOn(tx, command, tag.name) : this.takeOff(tx, command, tag.name));
      const action = command.on ? 'tagging.tag-put-on' : 'tagging.tag-taken-off';
      await this.audit.append(tx, {
        actor: command.actor,
        action,
        subject: `member:${command.memberId}`,
        details: { tag: command.code },
      });
    });
  }

  private async putOn(tx: Tx, { memberId, code, actor }: TagByHandCommand, name: string): Promise<void> {
    const at = this.clock.now();
    const why = `手工添加（${actorLabel(actor)}）`;
    const entered = await this.memberships.openOne(tx, memberId, { tagCode: code, version: 1, why, at });
    if (entered) await this.outbox.append(tx, tagEvents('entered', { code, name }, [memberId], at));
    else await this.memberships.confirm(tx, memberId, code);
  }

  private async takeOff(tx: Tx, { memberId, code }: TagByHandCommand, name: string): Promise<void> {
    const at = this.clock.now();
    const left = await this.memberships.close(tx, [memberId], code, at);
    await this.outbox.append(tx, tagEvents('left', { code, name }, left, at));
  }
}
