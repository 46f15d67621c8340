import { region, type Rule } from './rule';
import { errorScope, warningScope } from './severity';

const raw = String.raw;

const fieldsDirective = raw`^\x{FEFF}?#Fields:`;
const nextFields = raw`^(?=\x{FEFF}?#Fields:)`;

/** How many fields may stand before `sc-status`: 11 do by default, all that IIS knows are 21. */
const mostBefore = 20;

const time = raw`(?:\d{4}-\d\d-\d\d )?\d\d:\d\d:\d\d(?:\.\d+)? `;

/** A line with its columns, which nothing but the status tells the severity of. */
const request = (ahead: string, contentScope?: string): Rule =>
  region({
    begin: raw`^\x{FEFF}?(?=${ahead})`,
    end: raw`\n`,
    ...(contentScope === undefined ? {} : { contentScope }),
    patterns: [{ include: '#lineMessage' }],
  });

const withStatusOf = (columns: number, status: string, contentScope: string): Rule =>
  request(raw`(?=${time})(?:[^ \n]* ){${columns}}${status}(?=[ \n])`, contentScope);

export const iisRequest = request(time);

/** What another program wrote between has no columns: it is as in any log. */
const others: readonly Rule[] = [{ include: '#iisRequest' }, { include: '$self' }];

/** Lines behind a `#Fields:` that has `sc-status` in this column: only that says how severe they are. 401 begins a logon. */
const statusIn = (columns: number): Rule =>
  region({
    begin: raw`\G(?=(?: +[^ \n]+){${columns}} +sc-status(?=[ \n]))`,
    end: nextFields,
    patterns: [
      withStatusOf(columns, raw`[5-9]\d\d`, errorScope),
      withStatusOf(columns, raw`4(?!01)\d\d`, warningScope),
      ...others,
    ],
  });

/** A W3C log of IIS, from one `#Fields:` to the next. */
export const iisLog: Rule = region({
  begin: fieldsDirective,
  end: nextFields,
  patterns: [...Array.from({ length: mostBefore }, (_, before) => statusIn(before + 1)), ...others],
});
