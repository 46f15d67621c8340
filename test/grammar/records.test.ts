import assert from 'node:assert/strict';
import { colour, withScope } from './support/colour';
import { scope } from './support/scopes';

const attributes = (type: string): string =>
  `<time="15:30:09.905-480" date="05-09-2023" component="DataTransferService" context="NT AUTHORITY\\SYSTEM" type="${type}" thread="4352" file="datatransferservice.cpp:330">`;
const record = (message: string, type = '1'): string => `<![LOG[${message}]LOG]!>${attributes(type)}`;

const fields = {
  [scope.time]: '15:30:09.905',
  [scope.date]: '05-09-2023',
  [scope.component]: 'DataTransferService',
  [scope.context]: 'NT AUTHORITY\\SYSTEM',
  [scope.thread]: '4352',
  [scope.file]: 'datatransferservice.cpp:330',
};

describe('CCM records', () => {
  it('have a colour for each attribute', async () => {
    const tokens = await colour(record('DTSJob in state'));
    for (const [name, value] of Object.entries(fields)) assert.deepEqual(withScope(tokens, name), [value]);
  });

  it('dim what is the same in every record', async () => {
    const [first, message, closer] = await colour(record('Sleep'));
    assert.deepEqual(first, { line: 0, text: '<![LOG[', scopes: ['comment.block.opener'] });
    assert.deepEqual(message, { line: 0, text: 'Sleep', scopes: [] });
    assert.deepEqual(closer?.scopes, ['comment.block.attributes']);
  });

  for (const [type, expected] of [
    ['3', scope.error],
    ['Error', scope.error],
    ['2', scope.warning],
    ['Warning', scope.warning],
  ] as const) {
    it(`show type ${type} in message and attribute`, async () =>
      assert.deepEqual(withScope(await colour(record('a message', type)), expected), ['a message', type]));
  }

  it('of type 0 and 1 stay quiet, whatever they say', async () => {
    const tokens = await colour(`${record('it failed with an error', '1')}\n${record('warning', '0')}`);
    assert.deepEqual([...withScope(tokens, scope.error), ...withScope(tokens, scope.warning)], []);
  });

  it('without a type are judged by their text', async () => {
    const tokens = await colour('<![LOG[it failed]LOG]!><thread="7">\n<![LOG[a warning]LOG]!><thread="7">');
    assert.deepEqual(withScope(tokens, scope.error), ['it failed']);
    assert.deepEqual(withScope(tokens, scope.warning), ['a warning']);
  });

  it('may span lines, and colour the attributes on the last', async () => {
    const tokens = await colour(record('DTS job has completed:\r\n\tStatus : ERROR "x"\r\n\tElapsed', '3'));
    assert.deepEqual(withScope(tokens, scope.component), ['DataTransferService']);
    assert.deepEqual(withScope(tokens, scope.quoted), ['"x"']);
    // Only the line that holds the type can know it, so lines before it stay quiet.
    assert.deepEqual(withScope(tokens, scope.error), ['\tElapsed', '3']);
  });

  it('that were cut off end at the next opener or server line', async () => {
    const tokens = await colour(
      `<![LOG[cut off\n${record('next', '3')}\n<![LOG[cut again\nSleep  $$<SMS_X><05-09-2023 08:00:00.000-120><thread=1 (0x1)>`,
    );
    assert.deepEqual(withScope(tokens, scope.error), ['next', '3']);
    assert.deepEqual(withScope(tokens, scope.component), ['DataTransferService', 'SMS_X']);
  });

  it('are recognised by their tail when another process tore off the head', async () => {
    const tokens = await colour(`end of a message]LOG]!>${attributes('3')}`);
    assert.deepEqual(withScope(tokens, scope.error), ['end of a message', '3']);
    assert.deepEqual(withScope(tokens, scope.thread), ['4352']);
  });

  it('may follow each other on a line', async () => {
    const tokens = await colour(record('one') + record('two', '3') + record('three', '2'));
    assert.deepEqual(withScope(tokens, scope.error), ['two', '3']);
    assert.deepEqual(withScope(tokens, scope.warning), ['three', '2']);
  });

  it('may start with a byte order mark or a bracket', async () => {
    for (const start of ['\uFEFF', '[', '\uFEFF['])
      assert.deepEqual(withScope(await colour(start + record('x')), scope.component), [
        'DataTransferService',
      ]);
  });

  it('end at the first closer, as nothing escapes it', async () => {
    const tokens = await colour(record('a ]] b ]LOG] c [x'));
    assert.deepEqual(withScope(tokens, scope.time), ['15:30:09.905']);
    const twice = await colour(record('a') + ' b]LOG]!><time="00:00:00.000+00">');
    assert.equal(withScope(twice, scope.time)[0], '15:30:09.905');
  });

  it('may have moved, missing, unknown and misquoted attributes', async () => {
    const tokens = await colour(
      '<![LOG[x]LOG]!><date="7-22-2025" TIME="11:02:03.1234567" source="A.ps1" section="1" component="Intune Agent" thread="main" file=hello.log"">',
    );
    assert.deepEqual(withScope(tokens, scope.date), ['7-22-2025']);
    assert.deepEqual(withScope(tokens, scope.time), ['11:02:03.1234567']);
    assert.deepEqual(withScope(tokens, scope.component), ['Intune Agent']);
    assert.deepEqual(withScope(tokens, scope.thread), ['main']);
    assert.deepEqual(withScope(tokens, scope.file), ['A.ps1', 'hello.log']);
  });
});
