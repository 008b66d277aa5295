import { addMs, type Clock } from '@fanloop/kernel';
import { Inject, Injectable } from '@nestjs/common';
import { CLOCK } from '../clock/clock';
import { Reader } from '../database/reader';
import { UnitOfWork } from '../database/unit-of-work';
import { refusePlatform } from '../web/platform-refusals';
import { type ApiScope, prefixOf, sameHash, secretHash } from './key-secret';

export interface AuthenticatedKey {
  readonly keyId: string;
  readonly name: string;
  readonly scopes: readonly ApiScope[];
}

interface KeyRow {
  id: string;
  name: string;
  hash: string;
  scopes: string;
  revoked_at: Date | null;
  last_used_at: Date | null;
}

/** `last_used_at` is for people: to the minute is enough, and spares a write per request. */
const NOTE_EVERY_MS = 60_000;

/** Whose key a request carries. Asked at each request, so a revocation holds from the next one on. */
@Injectable()
export class AuthenticateKey {
  constructor(
    private readonly reader: Reader,
    private readonly unitOfWork: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Throws SessionInvalid: unknown, revoked and malformed keys are answered alike. */
  async execute(secret: string): Promise<AuthenticatedKey> {
    const prefix = prefixOf(secret);
    const row = prefix && (await this.reader.one<KeyRow>('SELECT * FROM platform_api_key WHERE prefix = ?', [prefix]));
    if (!row || !sameHash(row.hash, secretHash(secret)) || row.revoked_at) throw refusePlatform('SessionInvalid');
    await this.noteUse(row);
    return { keyId: row.id, name: row.name, scopes: row.scopes.split(' ') as ApiScope[] };
  }

  private async noteUse({ id, last_used_at: last }: KeyRow): Promise<void> {
    const now = this.clock.now();
    if (last && now < addMs(last, NOTE_EVERY_MS)) return;
    await this.unitOfWork.run((tx) =>
      tx.execute('UPDATE platform_api_key SET last_used_at = ? WHERE id = ?', [now, id]),
    );
  }
}
