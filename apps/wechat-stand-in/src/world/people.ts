import { createHash } from 'node:crypto';
import { drawAvatar } from './avatar';
import type { PersonDraft } from './person';
import { SAMPLE_PEOPLE } from './sample-people';

export interface Person extends PersonDraft {
  /** 28 characters, begins with o: another one in each mini-program, as with WeChat. */
  readonly openid: string;
  readonly unionid: string;
  readonly avatarSvg: string;
}

/** Where added people survive a restart. */
export interface PeopleShelf {
  load(): readonly PersonDraft[];
  save(added: readonly PersonDraft[]): void;
}

export class People {
  private readonly byId = new Map<string, Person>();
  private added: PersonDraft[] = [];

  constructor(
    private readonly appId: string,
    private readonly shelf: PeopleShelf,
  ) {
    this.fill();
  }

  all(): Person[] {
    return [...this.byId.values()];
  }

  byPersonId(personId: string): Person | undefined {
    return this.byId.get(personId);
  }

  byOpenid(openid: string): Person | undefined {
    return this.all().find((person) => person.openid === openid);
  }

  add(draft: { nickname: string; phone: string; personId?: string; note?: string }): Person {
    const personId = draft.personId ?? this.nextId();
    const whole = { personId, nickname: draft.nickname, phone: draft.phone, note: draft.note ?? '新加的朋友' };
    this.added = [...this.added.filter((one) => one.personId !== personId), whole];
    this.shelf.save(this.added);
    return this.put(whole);
  }

  /** Back to the sample people only. */
  reset(): void {
    this.added = [];
    this.shelf.save(this.added);
    this.fill();
  }

  private fill(): void {
    this.byId.clear();
    this.added = [...this.shelf.load()];
    for (const draft of [...SAMPLE_PEOPLE, ...this.added]) this.put(draft);
  }

  private put(draft: PersonDraft): Person {
    const person: Person = {
      ...draft,
      openid: `o${fingerprint(`${this.appId}/${draft.personId}`)}`,
      unionid: `o${fingerprint(`union/${draft.personId}`)}`,
      avatarSvg: drawAvatar(draft.personId),
    };
    this.byId.set(draft.personId, person);
    return person;
  }

  private nextId(): string {
    let number = this.byId.size + 1;
    while (this.byId.has(`p${number}`)) number += 1;
    return `p${number}`;
  }
}

const fingerprint = (text: string): string => createHash('sha256').update(text).digest('base64url').slice(0, 27);

export const maskPhone = (phone: string): string => phone.replace(/^(\d{3})\d+(\d{4})$/, '$1****$2');
