import type { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import type { Certificate } from './certificate';
import type { Faults } from './faults';
import { parseLogin, type Login } from './login7';
import { loginErrors } from './loginErrors';
import { NtlmChallenge } from './ntlm';
import type { TdsServerOptions } from './options';
import { messageOf, PacketReader, packetType, type Message } from './packets';
import { askedEncryption, encryption, preloginAnswer } from './prelogin';
import { Requests, type RequestServices } from './requests';
import { SqlSession, type Databases } from './sqlSession';
import { wrapTls } from './tls';
import { TokenBuffer } from './tokenBuffer';
import { done, doneStatus, writeDone, writeError, writeLoginAccepted, writeSspi } from './tokens';

const firstPacketSize = 4096;

/** What connections share. */
export interface ConnectionServices extends RequestServices {
  readonly options: TdsServerOptions;
  readonly certificate: Certificate;
  readonly databases: Databases;
  loggedIn(login: Login, encrypted: boolean, accepted: boolean): void;
}

/** One client: PRELOGIN, perhaps TLS, LOGIN7, and then its requests. */
export class Connection {
  private stream: Duplex;
  private encrypted = false;
  private refused = false;
  private challenged: { readonly login: Login; readonly challenge: NtlmChallenge } | undefined;
  private requests: Requests | undefined;

  constructor(
    readonly id: number,
    private readonly socket: Socket,
    private readonly services: ConnectionServices,
  ) {
    this.stream = socket;
    socket.on('error', () => socket.destroy());
    socket.on('close', () => this.requests?.close());
    this.listen(socket);
  }

  get running(): boolean {
    return this.requests?.running ?? false;
  }

  get temporaryTables(): number {
    return this.requests?.session.temporaryTables ?? 0;
  }

  end(): void {
    this.socket.destroy();
  }

  private get faults(): Faults {
    return this.services.faults();
  }

  private listen(stream: Duplex): void {
    const reader = new PacketReader();
    stream.on('data', (chunk: Buffer) => {
      for (const message of reader.push(chunk)) this.take(message);
    });
    stream.on('error', () => this.socket.destroy());
    stream.on('end', () => stream.end());
  }

  private take(message: Message): void {
    switch (message.type) {
      case packetType.prelogin:
        this.prelogin(message.payload);
        return;
      case packetType.login:
        this.login(parseLogin(message.payload));
        return;
      case packetType.sspi:
        this.proveByWindows(message.payload);
        return;
      default:
        if (this.requests === undefined) this.end();
        else this.requests.take(message);
    }
  }

  private prelogin(payload: Buffer): void {
    if (this.faults.stallBefore === 'prelogin') return;
    const asked = askedEncryption(payload);
    const wanted = asked === encryption.on || asked === encryption.required;
    const answer = {
      unsupported: encryption.notSupported,
      offered: wanted ? encryption.on : encryption.notSupported,
      required: wanted ? encryption.on : encryption.required,
    }[this.faults.encryption ?? this.services.options.encryption];
    this.stream.write(messageOf(packetType.result, preloginAnswer(answer), firstPacketSize));
    this.refused = answer === encryption.required;
    if (answer === encryption.on) this.encrypt();
  }

  private encrypt(): void {
    this.socket.removeAllListeners('data');
    this.socket.removeAllListeners('end');
    this.encrypted = true;
    this.stream = wrapTls(this.socket, this.services.certificate);
    this.listen(this.stream);
  }

  private login(login: Login): void {
    if (this.faults.stallBefore === 'login') return;
    if (this.refused || this.faults.goneAtLogin === true) {
      this.end();
      return;
    }
    const { options } = this.services;
    if (login.sspi === undefined) {
      const proved =
        login.user.toLowerCase() === options.user.toLowerCase() && login.password === options.password;
      this.judge(login, proved, false);
      return;
    }
    const challenge = new NtlmChallenge(options.domain);
    this.challenged = { login, challenge };
    const out = new TokenBuffer();
    writeSspi(out, challenge.message);
    this.stream.write(messageOf(packetType.result, out.take(), firstPacketSize));
  }

  /** NTLM's last message. */
  private proveByWindows(answer: Buffer): void {
    if (this.challenged === undefined) {
      this.end();
      return;
    }
    const { login, challenge } = this.challenged;
    const { options } = this.services;
    const user = challenge.userOf(answer);
    const proved =
      user.toLowerCase() === options.user.toLowerCase() && challenge.proves(answer, options.password);
    this.judge({ ...login, user: `${options.domain}\\${user}` }, proved, true);
  }

  private judge(login: Login, proved: boolean, byWindows: boolean): void {
    const { databases } = this.services;
    const { user, database } = login;
    const store = databases.get(database === '' ? 'master' : database);
    const claim = { user, database, proved, byWindows, databaseKnown: store !== undefined };
    const errors = loginErrors(claim, this.faults.login);
    const accepted = errors.length === 0 && store !== undefined;
    this.services.loggedIn(login, this.encrypted, accepted);
    const out = new TokenBuffer();
    if (!accepted) {
      for (const { told } of errors)
        writeError(out, this.faults.unnumbered === true ? { ...told, number: 50000 } : told);
      writeDone(out, done.statement, doneStatus.error);
      this.stream.end(messageOf(packetType.result, out.take(), firstPacketSize));
      return;
    }
    const packetSize = Math.min(Math.max(login.packetSize, 512), 32_767);
    const session = new SqlSession(this.id, databases, store, user);
    this.requests = new Requests(session, this.stream, packetSize, this.services);
    writeLoginAccepted(out, store.name, packetSize);
    this.stream.write(messageOf(packetType.result, out.take(), firstPacketSize));
  }
}
