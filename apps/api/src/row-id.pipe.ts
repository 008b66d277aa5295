import { refusePlatform } from '@fanloop/platform';
import { Injectable, type PipeTransform } from '@nestjs/common';

/** An id of a path: decimal digits, or there is no such thing. The database would read `12abc` as 12. */
@Injectable()
export class RowId implements PipeTransform<string, string> {
  transform(value: string): string {
    if (!/^\d{1,19}$/.test(value)) throw refusePlatform('NotFound');
    return value;
  }
}
