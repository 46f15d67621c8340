import assert from 'node:assert/strict';
import { createSocket, type Socket } from 'node:dgram';
import { once } from 'node:events';
import { instancePort } from '../../extension/adapters/sql/instancePort';
import { never, timed } from '../contract/asking';

const host = '127.0.0.1';

/** SQL Server Browser's answer (MC-SQLR, SVR_RESP). */
const answerOf = (text: string): Buffer => {
  const header = Buffer.from([5, 0, 0]);
  header.writeUInt16LE(text.length, 1);
  return Buffer.concat([header, Buffer.from(text)]);
};

describe('SQL Server Browser', () => {
  let browser: Socket;
  let port: number;
  let answer: (question: Buffer, asked: number) => string | undefined;

  beforeEach(async () => {
    browser = createSocket('udp4');
    let asked = 0;
    browser.on('message', (question, from) => {
      const text = answer(question, ++asked);
      if (text !== undefined) browser.send(answerOf(text), from.port, from.address);
    });
    browser.bind(0, host);
    await once(browser, 'listening');
    ({ port } = browser.address());
  });
  afterEach(() => browser.close());

  const instance = 'ServerName;SQL01;InstanceName;CM;IsClustered;No;Version;15.0.2000.5;';

  it('is asked for the port of an instance by its name', async () => {
    answer = (question) => (question.equals(Buffer.from('\x04CM\0')) ? `${instance}tcp;50123;;` : undefined);
    assert.equal(await instancePort(host, 'CM', never, port), 50_123);
  });

  it('is asked again when a datagram was lost', async () => {
    answer = (_question, asked) => (asked < 2 ? undefined : `${instance}np;\\\\SQL01\\pipe\\sql;tcp;50123;;`);
    assert.equal(await instancePort(host, 'CM', never, port), 50_123);
  });

  it('says so when the instance takes no TCP connections', async () => {
    answer = () => `${instance}np;\\\\SQL01\\pipe\\sql;;`;
    await assert.rejects(instancePort(host, 'CM', never, port), { code: 'EINSTLOOKUP' });
  });

  it('is given up when it does not know the instance, and so says nothing', async () => {
    answer = () => undefined;
    const { took } = await timed(
      assert.rejects(instancePort(host, 'CM', never, port), { code: 'EINSTLOOKUP' }),
    );
    assert.ok(took < 6000, `${took} ms`);
  });

  it('is given up at once when the connection is', async () => {
    answer = () => undefined;
    const cancel = new AbortController();
    setTimeout(() => cancel.abort(), 50);
    const { took } = await timed(assert.rejects(instancePort(host, 'CM', cancel.signal, port)));
    assert.ok(took < 1000, `${took} ms`);
  });
});
