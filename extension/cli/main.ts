#!/usr/bin/env node
import { run } from './run';

/** A reader that has seen enough (`| head`) closes the pipe: no error. */
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 2));

const stop = new AbortController();
process.once('SIGINT', () => stop.abort());
process.once('SIGTERM', () => stop.abort());

void run(process.argv.slice(2), {
  write: (text) =>
    new Promise((done) => (process.stdout.write(text) ? done() : process.stdout.once('drain', done))),
  say: (text) => process.stderr.write(text),
  environment: process.env,
  signal: stop.signal,
  program: [process.execPath, ...process.execArgv, process.argv[1] ?? __filename],
}).then((code) => {
  process.exitCode = code;
});
