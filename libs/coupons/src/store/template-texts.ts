import { BusinessCalendar } from '@fanloop/platform';
import { Injectable } from '@nestjs/common';
import { storesText, templateSentence, termsText } from '../rules/sentence';
import { assertDraft, type TemplateDraft } from '../rules/template';
import { StoreNames } from './store-names';
import type { TermsVersion } from './terms.repository';

export interface WrittenTerms {
  readonly version: Omit<TermsVersion, 'termsId'>;
  readonly sentence: string;
}

/** Checks a draft and puts it into words, as they will be shown for ever with this version. */
@Injectable()
export class TemplateTexts {
  constructor(
    private readonly stores: StoreNames,
    private readonly calendar: BusinessCalendar,
  ) {}

  async write(draft: TemplateDraft): Promise<WrittenTerms> {
    assertDraft(draft);
    const names = await this.stores.of(draft.terms.scope.stores);
    return {
      version: {
        terms: draft.terms,
        termsText: termsText(draft.terms, names),
        storesText: storesText(names),
      },
      sentence: templateSentence(draft, names, (at) => this.calendar.local(at)),
    };
  }
}
