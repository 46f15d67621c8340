/** The scopes that themes colour; what each means is in docs/logs.md. */
export const scope = {
  error: 'token.error-token',
  warning: 'token.warn-token',
  component: 'entity.name.type.component',
  date: 'constant.numeric.date',
  time: 'constant.numeric.time',
  thread: 'variable.parameter.thread',
  file: 'string.unquoted.source-file',
  context: 'string.unquoted.context',
  packageId: 'entity.name.function.package-id',
  guid: 'constant.language.guid',
  errorCode: 'keyword.control.error-code',
  path: 'string.unquoted.path',
  quoted: 'string.quoted',
  number: 'constant.numeric.value',
} as const;
