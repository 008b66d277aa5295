import { Media, refusePlatform } from '@fanloop/platform';
import { Controller, Get, Headers, Param, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { ForPublic } from '../auth';

/** Public pictures. A picture can never run anything: no scripts, no sniffing, no frames. */
@ApiExcludeController()
@ForPublic()
@Controller('open/media')
export class MediaController {
  constructor(private readonly media: Media) {}

  @Get(':name')
  async file(
    @Param('name') name: string,
    @Headers('if-none-match') known: string | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const file = await this.media.get(name);
    if (!file) throw refusePlatform('NotFound');
    const etag = `"${file.etag}"`;
    reply.header('etag', etag).header('cache-control', 'public, max-age=3600');
    if (known === etag) return void (await reply.status(304).send());
    await reply
      .header('content-type', file.contentType)
      .header('x-content-type-options', 'nosniff')
      .header('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'; sandbox")
      .send(file.bytes);
  }
}
