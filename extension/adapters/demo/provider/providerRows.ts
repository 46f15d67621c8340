import { CimError, type CimInstancePath, type CimProperties, type CimQuery } from '../../../ports/cim';
import type { DemoDatabase } from '../demoDatabase';
import type { DemoRule } from '../site/statusRules';
import { propertyListClass, queryPropertyLists } from './propertyLists';
import { providerClass, type ProviderClass } from './providerClasses';

const pageSize = 200;

/** Reads instances of the SMS Provider's classes. */
export class ProviderRows {
  constructor(
    private readonly database: DemoDatabase,
    private readonly rules: readonly DemoRule[] = [],
  ) {}

  /** The instance with exactly these keys. @throws CimError `failed` for keys that are not all of them */
  get({ className, keys }: CimInstancePath): CimProperties | undefined {
    const known = classOf(className);
    const given = Object.keys(keys);
    if (given.length !== known.keys.length || known.keys.some((key) => !given.includes(key)))
      throw new CimError('failed', `${className} needs exactly its keys ${known.keys.join(', ')}.`);
    const [row] = this.select(known, Object.keys(known.properties), keys);
    return row;
  }

  has(path: CimInstancePath): boolean {
    const known = providerClass(path.className);
    return known?.keys.every((key) => key in path.keys) === true && this.get(path) !== undefined;
  }

  /** Pages of the instances whose properties equal all of `where`. */
  *query(query: CimQuery): Generator<readonly CimProperties[]> {
    const { className, properties, where = {} } = query;
    if (className === propertyListClass) {
      yield* queryPropertyLists(this.rules, query);
      return;
    }
    const known = classOf(className);
    const asked = [...properties, ...Object.keys(where)];
    const unknown = asked.find((name) => !(name in known.properties));
    if (unknown !== undefined) throw new CimError('failed', `${className} has no property ${unknown}.`);
    const rows = this.select(known, properties, where);
    for (let from = 0; from < rows.length; from += pageSize) yield rows.slice(from, from + pageSize);
  }

  private select(
    { view, properties, wide = [] }: ProviderClass,
    names: readonly string[],
    where: CimProperties,
  ): readonly CimProperties[] {
    const columns = names.map((name) => {
      const column = properties[name] ?? 'NULL';
      return wide.includes(name) ? `CAST(${column} AS TEXT) AS ${name}` : `${column} AS ${name}`;
    });
    const on = Object.keys(where).map((name) => `${properties[name] ?? 'NULL'} = ?`);
    const sql = `SELECT ${columns.join(', ')} FROM ${view} WHERE ${['1 = 1', ...on].join(' AND ')}`;
    return this.database
      .all(
        sql,
        Object.values(where).map((value) => (typeof value === 'number' ? value : String(value))),
      )
      .map((row) => ('RefreshNow' in row ? { ...row, RefreshNow: false } : row));
  }
}

const classOf = (className: string): ProviderClass => {
  const known = providerClass(className);
  if (known === undefined) throw new CimError('failed', `The demo site has no class ${className}.`);
  return known;
};
