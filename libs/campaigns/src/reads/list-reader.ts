import type { MemberId } from '@fanloop/kernel';
import { Reader } from '@fanloop/platform';
import { Injectable } from '@nestjs/common';
import { ListRepository } from '../store/list.repository';

/** Uploaded lists, outside a transaction. */
@Injectable()
export class ListReader {
  constructor(
    private readonly reader: Reader,
    private readonly lists: ListRepository,
  ) {}

  page(listId: string, after: MemberId, limit: number): Promise<MemberId[]> {
    return this.lists.page(this.reader, listId, after, limit);
  }

  exists(listId: string): Promise<boolean> {
    return this.lists.exists(this.reader, listId);
  }
}
