import { TYPES } from 'tedious';
import type { SqliteValue } from '../../extension/adapters/demo/demoDatabase';

export interface BulkType {
  readonly type: (typeof TYPES)[keyof typeof TYPES];
  readonly length?: number;
}

const types: Readonly<Record<string, BulkType['type']>> = {
  int: TYPES.Int,
  smallint: TYPES.SmallInt,
  tinyint: TYPES.TinyInt,
  bigint: TYPES.BigInt,
  bit: TYPES.Bit,
  datetime: TYPES.DateTime,
};

/** @param declared as in CREATE TABLE, `nvarchar(255)` for example */
export const bulkColumn = (declared: string): BulkType => {
  const [, length] = /^nvarchar\((\w+)\)$/.exec(declared) ?? [];
  if (length !== undefined)
    return { type: TYPES.NVarChar, ...(length === 'max' ? {} : { length: Number(length) }) };
  const type = types[declared];
  if (type === undefined) throw new Error(`A column of type ${declared} is not loaded in bulk.`);
  return { type };
};

/** A value of the demo site as the driver takes it. */
export const bulkValue = (type: string, value: SqliteValue): unknown => {
  if (value === null) return null;
  if (type === 'datetime') return new Date(String(value));
  if (type === 'bigint') return BigInt(value);
  if (type === 'bit') return Number(value) !== 0;
  return type.endsWith('varchar') ? String(value) : Number(value);
};
