/** SQL text, bundled as a string; under mocha test/support/textModules.cjs loads it the same way. */
declare module '*.sql' {
  const text: string;
  export default text;
}

/** A WebAssembly file: its path, absolute or relative to the bundle. */
declare module '*.wasm' {
  const file: string;
  export default file;
}

/** A PowerShell text, bundled as a string. */
declare module '*.ps1' {
  const text: string;
  export default text;
}
