// Stands in for PowerShell: takes the lines that node-powershell writes, answers the agent's calls as a script of
// steps says, and misbehaves as real shells do. FAKE_SHELL names its folder: script.json in, log.ndjson out.
const { appendFileSync, existsSync, readFileSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');
const { createInterface } = require('node:readline');

const folder = process.env.FAKE_SHELL ?? '';
const logFile = join(folder, 'log.ndjson');
/** @type {import('./fakeShell').Script} */
const script = JSON.parse(readFileSync(join(folder, 'script.json'), 'utf8'));
/** @param {object} entry */
const log = (entry) => appendFileSync(logFile, `${JSON.stringify({ pid: process.pid, ...entry })}\n`);
const callsSoFar = () =>
  existsSync(logFile)
    ? readFileSync(logFile, 'utf8')
        .split('\n')
        .filter((line) => line.includes('"step":true')).length
    : 0;
/** @param {number} milliseconds */
const sleep = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));
/** @param {string} text */
const write = (text) => process.stdout.write(text);

// Windows' line ends, until the session's first line sets others.
let newLine = '\r\n';
let isLoaded = false;

/** @param {unknown} value @returns {unknown} */
const plain = (value) => {
  if (typeof value === 'string') return value.slice(1);
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, plain(part)]));
};

/** @param {object} answer */
const envelope = (answer) =>
  `:content-answer:${Buffer.from(JSON.stringify(answer), 'utf8').toString('base64')}:end:\n`;

/** @param {{ id: number, verb: string, data: unknown, file: string, most: number }} request @param {object} answer */
const reply = (request, answer) => {
  const whole = { id: request.id, ok: true, file: false, value: null, error: null, warnings: [], ...answer };
  const json = JSON.stringify(whole);
  if (json.length <= request.most) return write(envelope(whole));
  writeFileSync(request.file, json);
  return write(envelope({ ...whole, file: true, value: null }));
};

/** For ever: a shell that is at it reads no more lines. */
const nothing = () => new Promise(() => undefined);

/**
 * @param {any} request
 * @param {import('./fakeShell').Step} step
 */
const carryOut = async (request, step) => {
  if (step.stderr !== undefined) process.stderr.write(Buffer.from(step.stderr, 'base64'));
  if (step.stdout !== undefined) process.stdout.write(Buffer.from(step.stdout, 'base64'));
  if (step.delay !== undefined) await sleep(step.delay);
  for (const line of step.lines ?? []) {
    appendFileSync(request.file, `${line}\n`);
    if (step.pause !== undefined) await sleep(step.pause);
  }
  switch (step.then) {
    case 'answer':
      return reply(request, { value: step.value ?? null, warnings: step.warnings ?? [] });
    case 'echo':
      return reply(request, { value: { data: request.data } });
    case 'fail':
      return reply(request, { ok: false, error: step.error });
    case 'forward':
      return reply(request, await require('./forwardSql.cjs').forwardSql(request, script.server));
    case 'write':
      return write(step.text ?? '');
    case 'silence':
      return nothing();
    case 'half':
      write(envelope({ id: request.id, ok: true }).slice(0, 30));
      return nothing();
    case 'flood':
      for (let left = step.megabytes ?? 0; left > 0; left--) write('x'.repeat(1_000_000));
      return undefined;
    case 'exit':
      return process.exit(step.code ?? 0);
  }
};

/** @param {string} base64 */
const call = async (base64) => {
  if (!isLoaded) return;
  const request = /** @type {any} */ (plain(JSON.parse(Buffer.from(base64, 'base64').toString('utf8'))));
  if (request.verb === 'hello') return reply(request, { value: { version: '5.1' } });
  if (request.verb === 'close') {
    log({ closed: true });
    return reply(request, { value: { closed: true } });
  }
  const { steps } = script;
  const step = steps[Math.min(callsSoFar(), steps.length - 1)];
  log({ step: true, request });
  if (step !== undefined) await carryOut(request, step);
  return undefined;
};

/** @param {string} line */
const run = async (line) => {
  log({ line });
  const written = /^\[Console\]::(Out|Error)\.WriteLine\("(\w+)"\)$/.exec(line);
  if (written !== null) {
    const stream = written[1] === 'Out' ? process.stdout : process.stderr;
    stream.write(`${written[2]}${newLine}${script.escapes === true ? '\x1b[?1h\x1b[?1l' : ''}`);
  } else if (line.includes('[Console]::Out.NewLine')) {
    if (script.keepsCrLf !== true) newLine = '\n';
  } else if (line.startsWith('. ([ScriptBlock]::Create(')) {
    isLoaded = script.refusesAgent !== true;
    if (!isLoaded)
      process.stderr.write('Cannot invoke method. Method invocation is supported only on core types.\n');
  } else {
    const [, base64] = /^Invoke-ContentAgent '(.*)'$/.exec(line) ?? [];
    if (base64 !== undefined) await call(base64);
  }
};

const { NODE_POWERSHELL, TERM, CONFIGMGR_CONTENT_KEY } = process.env;
log({ start: process.argv.slice(2), environment: { NODE_POWERSHELL, TERM, CONFIGMGR_CONTENT_KEY } });
if (script.exitsAtStart !== undefined) {
  process.stderr.write('This program is blocked by group policy.\n');
  process.exit(script.exitsAtStart);
}
let turn = Promise.resolve();
createInterface({ input: process.stdin, crlfDelay: Infinity })
  .on('line', (line) => (turn = turn.then(() => run(line))))
  .on('close', () => process.exit(0));
