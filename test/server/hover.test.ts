import assert from 'node:assert/strict';
import { MarkupContent } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { statusMessage } from '../../extension/core/monitor/statusMessage';
import { hover } from '../../extension/server/hover';

const hoverOn = (text: string, word: string): string | undefined => {
  const document = TextDocument.create('file:///SMSdpmon.log', 'cmtrace', 1, text);
  const found = hover(document, document.positionAt(text.indexOf(word) + 2));
  return found === null || !MarkupContent.is(found.contents) ? undefined : found.contents.value;
};

describe('hover in logs', () => {
  it('explains a state message by the status message and the severity in it', () => {
    const text = hoverOn('Raising state message 0x4000094E to the MP', '0x4000094E');
    assert.match(text ?? '', /Status message 2382/);
    assert.ok(text?.includes(statusMessage(2382)?.text ?? 'no text'));
    assert.match(text ?? '', /severity information/);
  });

  it('explains the ID of a STATMSG line in the middle of the document', () => {
    const line = 'STATMSG: ID=2384 SEV=I LEV=M SOURCE="SMS Server" COMP="SMS_DISTRIBUTION_MANAGER"';
    assert.match(hoverOn(`first\r\n${line}\r\nlast`, 'ID=2384') ?? '', /Status message 2384/);
  });

  it('finds it behind a message of 60,000 characters', () =>
    assert.match(hoverOn(`${'x'.repeat(60_000)} ID=2386 SEV=I`, 'ID=2386') ?? '', /2386/));

  it('leaves other numbers alone', () => {
    assert.equal(hoverOn('thread=2384 (0x950)', '2384'), undefined);
    assert.equal(hoverOn('ID=1 SEV=I', 'ID=1'), undefined);
    assert.equal(hoverOn('error 0x80070005', '0x80070005'), undefined);
  });
});
