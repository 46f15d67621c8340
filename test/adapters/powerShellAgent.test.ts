import assert from 'node:assert/strict';
import { agentText, firstLine, loadLine } from '../../extension/adapters/powershell/agentText';

/** The text without comments and literals: what PowerShell reads as code. */
const code = agentText.replace(/'(?:[^'\n]|'')*'|"(?:[^"`\n]|`.)*"/g, "''").replace(/(^|\s)#[^\n]*/g, '$1');

describe('the agent of PowerShell sessions', () => {
  it('has no syntax that Windows PowerShell 5.1 lacks', () => {
    const newer: Readonly<Record<string, RegExp>> = {
      'null coalescing': /\?\?/,
      'null conditional': /\$\{\w+\}\?[.[]|\?\./,
      ternary: /\s\?\s/,
      'chain operators': /&&|\|\|/,
      'background operator': /&\s*$/m,
      classes: /^\s*(class|enum|using)\b/im,
      'parameters of PowerShell 7': /-(AsHashtable|AsArray|DateKind|Parallel|EnumsAsStrings|NoEnumerate)\b/i,
    };
    for (const [what, pattern] of Object.entries(newer)) assert.doesNotMatch(code, pattern, what);
  });

  it('is plain ASCII, and its quotes and brackets close', () => {
    assert.match(agentText, /^[\n\x20-\x7e]+$/);
    for (const [open, close] of ['{}', '()', '[]'])
      assert.equal(code.split(open ?? '').length, code.split(close ?? '').length, open);
    assert.doesNotMatch(code.replaceAll("''", ''), /['"]/);
  });

  it('runs no text, starts no program and reaches no computer but through CIM and SqlClient', () => {
    assert.doesNotMatch(
      code,
      /Invoke-(Expression|Command|WebRequest|RestMethod|Item)|\biex\b|Start-Process|\[ScriptBlock\]|ExpandString|AddScript|Add-Type|Net\.|Download/i,
    );
    // The call operator runs one literal block.
    assert.deepEqual(code.match(/(^|[^>2])&(?!1)\s*\S+/gm), ['(& {']);
  });

  it('puts nothing of a request into a text that is expanded', () => {
    const expanded = agentText.match(/"[^"\n]*\$[^"\n]*"/g) ?? [];
    assert.deepEqual([...new Set(expanded)].sort(), [
      '"$Client.SqlConnection"',
      '"$Client.SqlConnectionStringBuilder"',
      '"$name.SqlConnection"',
    ]);
  });

  it('is loaded by one line that holds only Base64 of it', () => {
    const [, base64 = ''] = /FromBase64String\('([A-Za-z0-9+/=]+)'\)/.exec(loadLine) ?? [];
    assert.equal(Buffer.from(base64, 'base64').toString('utf8'), agentText);
    for (const line of [firstLine, loadLine]) assert.doesNotMatch(line, /[\r\n]/);
  });
});
