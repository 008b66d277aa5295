import { type Actor, actorLabel, ascending, type Clock, type MemberId } from '@fanloop/kernel';
import { isMemberNumber, MembersDoor, normalPhone } from '@fanloop/members';
import { AuditLog, CLOCK, chunks, UnitOfWork } from '@fanloop/platform';
import { Inject, Injectable } from '@nestjs/common';
import { type ListEntry, readList } from '../rules/list';
import { refuse } from '../rules/refusals';
import { ListRepository } from '../store/list.repository';

export interface UploadedList {
  readonly listId: string;
  readonly lines: number;
  readonly members: number;
  /** Lines that name somebody whom an earlier line named. */
  readonly repeated: number;
  readonly unknown: number;
  /** The first of them, by their numbers in the file. */
  readonly unknownLines: readonly number[];
}

const LOOKED_UP = 1000;
const LINES_TOLD = 100;

/** Keeps who an uploaded list names. Phones and numbers are looked up and forgotten: what is kept are ids of members. */
@Injectable()
export class UploadList {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly lists: ListRepository,
    private readonly members: MembersDoor,
    private readonly audit: AuditLog,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Throws ListTooLong, ListEmpty. */
  async execute(command: {
    readonly name: string;
    readonly content: string;
    readonly actor: Actor;
  }): Promise<UploadedList> {
    const entries = readList(command.content);
    const found = new Set<MemberId>();
    const unknown: number[] = [];
    for (const part of chunks(entries, LOOKED_UP)) {
      const known = await this.lookUp(part);
      for (const { line, value } of part) {
        const member = known.get(value);
        if (member) found.add(member);
        else unknown.push(line);
      }
    }
    if (found.size === 0) throw refuse('ListEmpty');
    const listId = await this.keep(command, ascending(found));
    return {
      listId,
      lines: entries.length,
      members: found.size,
      repeated: entries.length - unknown.length - found.size,
      unknown: unknown.length,
      unknownLines: unknown.slice(0, LINES_TOLD),
    };
  }

  private async lookUp(entries: readonly ListEntry[]): Promise<Map<string, MemberId>> {
    const values = [...new Set(entries.map(({ value }) => value))];
    const numbers = await this.members.findByNumber(values.filter(isMemberNumber));
    const phones = values.filter((value) => !numbers.has(value) && normalPhone(value) !== null);
    return new Map([...numbers, ...(await this.members.findByIdentity('phone', phones))]);
  }

  private keep(
    { name, actor }: { readonly name: string; readonly actor: Actor },
    members: readonly MemberId[],
  ): Promise<string> {
    return this.unitOfWork.run(async (tx) => {
      const list = { name: name.slice(0, 100), members, by: actorLabel(actor), at: this.clock.now() };
      const listId = await this.lists.insert(tx, list);
      await this.audit.append(tx, {
        actor,
        action: 'campaigns.list-uploaded',
        subject: `campaign-list:${listId}`,
        details: { members: members.length },
      });
      return listId;
    });
  }
}
