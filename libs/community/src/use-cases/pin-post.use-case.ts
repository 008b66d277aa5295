import { Injectable } from '@nestjs/common';
import { refuse } from '../rules/refusals';
import { PostRepository } from '../store/post.repository';
import { type ContentCommand, ContentDesk } from './content-desk';

export interface PinPostCommand extends ContentCommand {
  readonly pinned: boolean;
}

/** Keeps a published post at the top of the feed, or lets it go back to its time. */
@Injectable()
export class PinPost {
  constructor(
    private readonly desk: ContentDesk,
    private readonly posts: PostRepository,
  ) {}

  /** Throws ContentNotFound, ContentNotPublished. */
  async execute(command: PinPostCommand): Promise<void> {
    await this.desk.change(command, async (tx, content) => {
      if (!(await this.posts.pin(tx, content.contentId, command.pinned))) throw refuse('ContentNotPublished');
      return command.pinned
        ? { action: 'community.post-pinned', what: '置顶' }
        : { action: 'community.post-unpinned', what: '取消置顶' };
    });
  }
}
