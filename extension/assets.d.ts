/** SQL text, bundled as a string; under mocha test/support/textModules.cjs loads it the same way. */
declare module '*.sql' {
  const text: string;
  export default text;
}
