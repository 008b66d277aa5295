import type { Actor } from '@fanloop/kernel';
import { AuditLog, Reader, UnitOfWork } from '@fanloop/platform';
import { Injectable } from '@nestjs/common';
import { type CouponSettings, checkSettings } from '../rules/reminders';
import { CouponSettingsRepository } from '../store/coupon-settings.repository';

/** The brand decides when members are told that coupons end. Throws SettingsInvalid. */
@Injectable()
export class ChangeCouponSettings {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly settings: CouponSettingsRepository,
    private readonly audit: AuditLog,
    private readonly reader: Reader,
  ) {}

  current(): Promise<CouponSettings> {
    return this.settings.current(this.reader);
  }

  async execute(after: CouponSettings, actor: Actor): Promise<void> {
    checkSettings(after);
    await this.unitOfWork.run(async (tx) => {
      const before = await this.settings.current(tx);
      await this.settings.save(tx, after);
      await this.audit.append(tx, {
        actor,
        action: 'coupons.settings-changed',
        subject: 'coupons',
        details: { before, after },
      });
    });
  }
}
