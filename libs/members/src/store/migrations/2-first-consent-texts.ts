import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The first version of each text. A newer wording is a new row: what somebody agreed to stays readable for ever. */
export class WriteFirstConsentTexts1760000200002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      'INSERT INTO members_consent_text (purpose, version, title, text, required, position) VALUES ?',
      [TEXTS],
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DELETE FROM members_consent_text WHERE version = 1');
  }
}

const TEXTS = [
  [
    'membership',
    1,
    '会员服务协议与隐私政策',
    '为了成为会员，我们需要您的手机号来确认是您本人，并保存您的会员号、消费记录、积分和优惠券。手机号加密保存，只用于会员服务。您可以随时在“我的”中查看、导出全部资料，或注销会员；注销后个人资料会被删除，仅按法律要求保留不含个人身份的交易金额。',
    true,
    1,
  ],
  [
    'marketing',
    1,
    '接收优惠与活动通知',
    '我们会通过小程序消息和社群告诉您新品、优惠券与门店活动。不同意不影响您使用会员服务，您也可以随时在“我的”中关闭。',
    false,
    2,
  ],
  [
    'profiling',
    1,
    '个性化推荐',
    '我们会根据您的消费和互动，为您推荐更合适的商品、活动和优惠。不同意不影响您的积分、等级和价格，您也可以随时在“我的”中关闭。',
    false,
    3,
  ],
];
