import { Injectable } from '@nestjs/common';
import { Reader } from '../database/reader';
import { json, num } from '../database/sql';

export interface AuditRow {
  readonly at: Date;
  readonly actor: string;
  readonly action: string;
  readonly subject: string;
  readonly details: Record<string, unknown>;
  readonly ip: string | null;
}

export interface AuditFilter {
  readonly actor?: string;
  readonly action?: string;
  readonly subject?: string;
  readonly page: number;
  readonly pageSize: number;
}

/** The audit log, newest first. */
@Injectable()
export class AuditRead {
  constructor(private readonly reader: Reader) {}

  async page(filter: AuditFilter): Promise<{ items: AuditRow[]; total: number }> {
    const { where, params } = conditions(filter);
    const [count] = await this.reader.query<{ n: string }>(`SELECT COUNT(*) AS n FROM platform_audit ${where}`, params);
    const rows = await this.reader.query<AuditRow & { details: unknown }>(
      `SELECT at, CONCAT(actor_kind, ':', actor_id) AS actor, action, subject, details, ip
         FROM platform_audit ${where} ORDER BY id DESC LIMIT ? OFFSET ?`,
      [...params, filter.pageSize, (filter.page - 1) * filter.pageSize],
    );
    return { items: rows.map((row) => ({ ...row, details: json(row.details) })), total: num(count?.n) };
  }
}

const conditions = (filter: AuditFilter): { where: string; params: unknown[] } => {
  const parts: string[] = [];
  const params: unknown[] = [];
  const add = (sql: string, value: unknown): void => {
    parts.push(sql);
    params.push(value);
  };
  if (filter.actor) {
    const [kind, id] = filter.actor.split(':');
    add('actor_kind = ?', kind);
    if (id) add('actor_id = ?', id);
  }
  if (filter.action) add('action = ?', filter.action);
  if (filter.subject) add('subject = ?', filter.subject);
  return { where: parts.length > 0 ? `WHERE ${parts.join(' AND ')}` : '', params };
};
