// @ts-check
// Imported first by what runs on a fresh machine: a clear message instead of a stack trace.
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(
    `Node 20.19 or newer is needed, and this is ${process.version}. Get one from https://nodejs.org.`,
  );
  process.exit(1);
}
