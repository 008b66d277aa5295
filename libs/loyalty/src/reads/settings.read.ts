import type { Clock } from '@fanloop/kernel';
import { CLOCK, Reader } from '@fanloop/platform';
import { Inject, Injectable } from '@nestjs/common';
import type { LoyaltySettings } from '../rules/settings';
import { settingsProblems } from '../rules/settings-checks';
import { settingsSentences } from '../rules/settings-sentences';
import { BrandTime } from '../store/brand-time';
import { ProgrammeRepository } from '../store/programme.repository';

/** The brand's settings, and what a change of some sections would mean. */
@Injectable()
export class SettingsRead {
  constructor(
    private readonly reader: Reader,
    private readonly programmes: ProgrammeRepository,
    private readonly time: BrandTime,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async current(): Promise<LoyaltySettings> {
    return (await this.programmes.current(this.reader)).settings;
  }

  /** Problems of the settings as they would be; without any, their consequence in plain sentences. */
  async preview(
    change: Partial<LoyaltySettings>,
  ): Promise<{ problems: string[]; sentences: { expiry: string; refund: string } | null }> {
    const settings = { ...(await this.current()), ...change };
    const problems = settingsProblems(settings);
    const today = this.time.day(this.clock.now());
    return { problems, sentences: problems.length === 0 ? settingsSentences(settings, today) : null };
  }
}
