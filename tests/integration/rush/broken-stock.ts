import { TemplateRepository, type TemplateRow } from '../../../libs/coupons/src/store/template.repository';

/** As found in the field (C2): the stock is read without a lock, and the guard's affected rows are not looked at. */
export const forgetLockAndStock = (): void => {
  TemplateRepository.prototype.lock = async (tx, ids) => {
    const rows = await tx.query<TemplateRow>('SELECT * FROM coupons_template WHERE id IN (?)', [ids]);
    return new Map(rows.map((row) => [row.id, row]));
  };
  TemplateRepository.prototype.takeStock = async (tx, id, count) => {
    await tx.execute('UPDATE coupons_template SET stock_left = GREATEST(0, stock_left - ?) WHERE id = ?', [count, id]);
    return true;
  };
};
