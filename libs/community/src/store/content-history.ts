import type { Actor } from '@fanloop/kernel';
import { AuditLog, type Tx } from '@fanloop/platform';
import { Injectable } from '@nestjs/common';

export interface ContentEvent {
  readonly contentId: string;
  /** `community.content-moved`: what the audit log calls it. */
  readonly action: string;
  /** One Chinese sentence for the manager. */
  readonly what: string;
  readonly actor: Actor;
  readonly at: Date;
}

/** What happened to a content item, for its page; deeds of staff also go into the audit log. */
@Injectable()
export class ContentHistory {
  constructor(private readonly audit: AuditLog) {}

  async append(tx: Tx, { contentId, action, what, actor, at }: ContentEvent): Promise<void> {
    await tx.execute(
      'INSERT INTO community_content_history (content_id, at, what, actor_kind, actor_id) VALUES (?, ?, ?, ?, ?)',
      [contentId, at, what.slice(0, 500), actor.kind, actor.id],
    );
    if (actor.kind === 'staff')
      await this.audit.append(tx, { actor, action, subject: `content:${contentId}`, details: { what } });
  }
}
