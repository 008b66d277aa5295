import type { Actor } from '@fanloop/kernel';
import { Injectable } from '@nestjs/common';
import { readCodes } from '../rules/codes';
import { isEditable } from '../rules/item';
import { refuse } from '../rules/refusals';
import { CodeRepository } from '../store/code.repository';
import { ChangeItem } from './change-item';

export interface ImportCodesCommand {
  readonly itemId: string;
  readonly lines: readonly string[];
  readonly actor: Actor;
}

export interface ImportedCodes {
  readonly added: number;
  /** In the list before, or twice in these lines. */
  readonly known: number;
}

/** Adds codes to an item, each once, and as many pieces to its stock. Throws ItemNotFound, NotACodeItem, CodesInvalid. */
@Injectable()
export class ImportCodes {
  constructor(
    private readonly change: ChangeItem,
    private readonly codes: CodeRepository,
  ) {}

  async execute({ itemId, lines, actor }: ImportCodesCommand): Promise<ImportedCodes> {
    const codes = readCodes(lines);
    let added = 0;
    await this.change.execute(itemId, actor, async (tx, item, now) => {
      if (item.kind !== 'code') throw refuse('NotACodeItem');
      if (!isEditable(item.status)) throw refuse('ItemStatusForbids');
      added = await this.codes.import(tx, itemId, codes, now);
      if (added === 0) return null;
      await this.change.items.changeStock(tx, itemId, added, now);
      return { action: 'rewards.codes-imported', details: { added } };
    });
    return { added, known: lines.filter((line) => line.trim().length > 0).length - added };
  }
}
