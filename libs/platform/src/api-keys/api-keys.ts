import { type Actor, actorLabel, type Clock } from '@fanloop/kernel';
import { Inject, Injectable } from '@nestjs/common';
import { AuditLog } from '../audit/audit-log';
import { CLOCK } from '../clock/clock';
import { Reader } from '../database/reader';
import { UnitOfWork } from '../database/unit-of-work';
import { refusePlatform } from '../web/platform-refusals';
import { API_SCOPES, type ApiScope, newSecret, secretHash } from './key-secret';

export interface ApiKeyView {
  readonly id: string;
  readonly name: string;
  readonly prefix: string;
  readonly scopes: readonly ApiScope[];
  /** `staff:12`. */
  readonly createdBy: string;
  readonly createdAt: Date;
  readonly revokedAt: Date | null;
  readonly lastUsedAt: Date | null;
}

const NAME_LENGTH = 64;
/** More than an integrator needs; a flood of keys is a mistake. */
const MOST_KEYS = 100;

/** Keys of other systems: made and revoked by people, each deed in the audit log. Only the hash of a secret is kept. */
@Injectable()
export class ApiKeys {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly reader: Reader,
    private readonly audit: AuditLog,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** The newest first, revoked ones too. */
  async list(): Promise<ApiKeyView[]> {
    const rows = await this.reader.query<Omit<ApiKeyView, 'scopes'> & { scopes: string }>(
      `SELECT id, name, prefix, scopes, created_by AS createdBy, created_at AS createdAt, revoked_at AS revokedAt,
              last_used_at AS lastUsedAt
         FROM platform_api_key ORDER BY id DESC`,
    );
    return rows.map((row) => ({ ...row, scopes: row.scopes.split(' ') as ApiScope[] }));
  }

  /** The secret is answered here and never again. Throws InvalidInput. */
  create(command: {
    readonly name: string;
    readonly scopes: readonly ApiScope[];
    readonly actor: Actor;
  }): Promise<{ id: string; prefix: string; secret: string }> {
    const name = command.name.trim();
    const scopes = [...new Set(command.scopes)];
    if (name === '' || [...name].length > NAME_LENGTH) throw refusePlatform('InvalidInput', { problem: '名称' });
    if (scopes.length === 0 || !scopes.every((scope) => API_SCOPES.includes(scope)))
      throw refusePlatform('InvalidInput', { problem: '权限范围' });
    const { prefix, secret } = newSecret();
    return this.unitOfWork.run(async (tx) => {
      const [open] = await tx.query<{ n: string }>(
        'SELECT COUNT(*) AS n FROM platform_api_key WHERE revoked_at IS NULL',
      );
      if (Number(open?.n) >= MOST_KEYS) throw refusePlatform('InvalidInput', { problem: '密钥太多，请先停用不用的' });
      const { insertId: id } = await tx.execute(
        'INSERT INTO platform_api_key (name, prefix, hash, scopes, created_by, created_at) VALUES (?, ?, ?, ?, ?, ?)',
        [name, prefix, secretHash(secret), scopes.join(' '), actorLabel(command.actor), this.clock.now()],
      );
      const details = { name, prefix, scopes };
      await this.audit.append(tx, {
        actor: command.actor,
        action: 'platform.api-key-created',
        subject: `api-key:${id}`,
        details,
      });
      return { id, prefix, secret };
    });
  }

  /** From the next request on the key opens nothing. Doing it twice changes nothing. Throws NotFound. */
  revoke(id: string, actor: Actor): Promise<void> {
    return this.unitOfWork.run(async (tx) => {
      const [row] = await tx.query<{ revoked_at: Date | null }>(
        'SELECT revoked_at FROM platform_api_key WHERE id = ? FOR UPDATE',
        [id],
      );
      if (!row) throw refusePlatform('NotFound');
      if (row.revoked_at) return;
      await tx.execute('UPDATE platform_api_key SET revoked_at = ? WHERE id = ?', [this.clock.now(), id]);
      await this.audit.append(tx, { actor, action: 'platform.api-key-revoked', subject: `api-key:${id}` });
    });
  }
}
