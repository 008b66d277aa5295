import { createHash } from 'node:crypto';
import type { Clock } from '@fanloop/kernel';
import { Inject, Injectable } from '@nestjs/common';
import { CLOCK } from '../clock/clock';
import { Reader } from '../database/reader';
import type { Tx } from '../database/tx';

export interface MediaFile {
  readonly name: string;
  readonly contentType: string;
  readonly bytes: Buffer;
  /** Changes with the bytes. */
  readonly etag: string;
}

/** Small public pictures, kept in the database, so that any copy of the api can serve them. At most 4 MB each. */
@Injectable()
export class Media {
  constructor(
    private readonly reader: Reader,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Puts or replaces a file. `name` is part of its public address: letters, digits, dots and hyphens. */
  async put(tx: Tx, file: { name: string; contentType: string; bytes: Buffer }): Promise<void> {
    const etag = createHash('sha256').update(file.bytes).digest('hex').slice(0, 32);
    await tx.execute(
      `INSERT INTO platform_media (name, content_type, bytes, etag, updated_at) VALUES (?, ?, ?, ?, ?)
       ON DUPLICATE KEY UPDATE content_type = VALUES(content_type), bytes = VALUES(bytes), etag = VALUES(etag), updated_at = VALUES(updated_at)`,
      [file.name, file.contentType, file.bytes, etag, this.clock.now()],
    );
  }

  async get(name: string): Promise<MediaFile | null> {
    return this.reader.one<MediaFile>(
      'SELECT name, content_type AS contentType, bytes, etag FROM platform_media WHERE name = ?',
      [name],
    );
  }
}

/** The address of a file for the front ends, relative to the api's origin. */
export const mediaUrl = (name: string): string => `/api/open/media/${name}`;
