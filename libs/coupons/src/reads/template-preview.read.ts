import { Refusal } from '@fanloop/kernel';
import { Injectable } from '@nestjs/common';
import type { TemplateDraft } from '../rules/template';
import { TemplateTexts } from '../store/template-texts';

export interface TemplatePreview {
  /** Everything that is set, in a sentence; null while something is wrong. */
  readonly sentence: string | null;
  /** What stands on the coupon. */
  readonly terms: string | null;
  /** What is wrong, in Chinese. */
  readonly problem: string | null;
}

/** What a draft would say, before it is saved: by the same words that will be kept. */
@Injectable()
export class TemplatePreviewRead {
  constructor(private readonly texts: TemplateTexts) {}

  async of(draft: TemplateDraft): Promise<TemplatePreview> {
    try {
      const { version, sentence } = await this.texts.write(draft);
      return { sentence, terms: version.termsText, problem: null };
    } catch (error) {
      if (error instanceof Refusal) return { sentence: null, terms: null, problem: error.reason('zh') };
      throw error;
    }
  }
}
