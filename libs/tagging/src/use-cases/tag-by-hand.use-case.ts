import { type Actor, actorLabel, type Clock } from '@fanloop/kernel';
import { AuditLog, CLOCK, type Tx, UnitOfWork } from '@fanloop/platform';
import { Inject, Injectable } from '@nestjs/common';
import { refuse } from '../rules/refusals';

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
      const [tag] = await tx.query<{ kind: string }>('SELECT kind FROM tagging_tag WHERE code = ?', [command.code]);
      if (!tag) throw refuse('TagNotFound');
      if (tag.kind !== 'manual') throw refuse('TagIsComputed');
      await (command.on ? this.putOn(tx, command) : this.takeOff(tx, command));
      const action = command.on ? 'tagging.tag-put-on' : 'tagging.tag-taken-off';
      await this.audit.append(tx, {
        actor: command.actor,
        action,
        subject: `member:${command.memberId}`,
        details: { tag: command.code },
      });
    });
  }

  private async putOn(tx: Tx, command: TagByHandCommand): Promise<void> {
    await tx.execute(
      `INSERT INTO tagging_membership (member_id, tag_code, valid_from, rule_version, why) VALUES (?, ?, ?, 1, ?)
       ON DUPLICATE KEY UPDATE member_id = VALUES(member_id)`,
      [command.memberId, command.code, this.clock.now(), `手工添加（${actorLabel(command.actor)}）`],
    );
  }

  private async takeOff(tx: Tx, command: TagByHandCommand): Promise<void> {
    await tx.execute(
      'UPDATE tagging_membership SET is_open = NULL, valid_until = ? WHERE member_id = ? AND tag_code = ? AND is_open = 1',
      [this.clock.now(), command.memberId, command.code],
    );
  }
}
